import { shortId } from '../../contract/ids.ts';
import { labelColors } from '../../terminal/label-colors.ts';

/** The labels of several jobs, each in the colour that it gets when it is first asked for. */
export function paintedLabels(color: boolean): (jobId: string) => string {
  const paint = labelColors(color);
  const painted = new Map<string, string>();
  return (jobId) => {
    const known = painted.get(jobId);
    if (known !== undefined) return known;
    const label = paint(shortId(jobId), painted.size);
    painted.set(jobId, label);
    return label;
  };
}
