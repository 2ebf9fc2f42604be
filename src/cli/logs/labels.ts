import { labelColors } from '../../terminal/label-colors.ts';

/** The random part of a job's id: all are of one length, and each names its job wherever a job is to be named. */
export function labelOf(jobId: string): string {
  return jobId.slice(jobId.lastIndexOf('-') + 1);
}

/** The labels of several jobs, each in the colour that it gets when it is first asked for. */
export function paintedLabels(color: boolean): (jobId: string) => string {
  const paint = labelColors(color);
  const painted = new Map<string, string>();
  return (jobId) => {
    const known = painted.get(jobId);
    if (known !== undefined) return known;
    const label = paint(labelOf(jobId), painted.size);
    painted.set(jobId, label);
    return label;
  };
}
