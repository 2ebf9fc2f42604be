import type { LogLine } from './job-lines.ts';
import { paintedLabels } from './labels.ts';

/** A line as it is printed, with its end. */
export type LineFormat = (line: LogLine) => string;

export interface Style {
  readonly json: boolean;
  /** Lines of several logs: each says whose it is. */
  readonly labels: boolean;
  readonly color: boolean;
  /** What Codex wrote, as it may be printed. */
  readonly printable: (text: string) => string;
}

export function lineFormat({ json, labels, color, printable }: Style): LineFormat {
  const format = json ? asJson : labels ? labelled(paintedLabels(color)) : asInLog;
  return (line) => format({ ...line, text: printable(line.text) });
}

/** As it is in the log. */
function asInLog({ time, text, block }: LogLine): string {
  return block === null && time !== null ? `[${time}] ${text}\n` : `${text}\n`;
}

/** The body of a block is set in beneath its first line. */
function labelled(labelOf: (jobId: string) => string): LineFormat {
  return (line) => {
    const text = `${line.block === null ? '' : '  '}${asInLog(line)}`;
    return `${labelOf(line.jobId)} |${text.trim() === '' ? '\n' : ` ${text}`}`;
  };
}

function asJson({ jobId, time, text, block }: LogLine): string {
  return `${JSON.stringify({ jobId, time, text, block })}\n`;
}
