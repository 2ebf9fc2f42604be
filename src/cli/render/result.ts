import type { FinishedJob } from '../../contract/job.ts';
import { endSentence, resumeLines } from './job.ts';

/** What a job produced: the answer as it is, or what was saved of one that did not complete. */
export function renderResult(job: FinishedJob): string {
  const answer = job.status === 'completed' ? [ensureNewline(job.finalMessage)] : partialResult(job);
  return `${[...answer, ...resumeLines(job)].join('\n')}\n`;
}

function partialResult(job: FinishedJob): string[] {
  const { lastMessage, touchedFiles, commands } = job.work;
  const parts: string[] = [endSentence(job)];
  if (lastMessage !== null) parts.push('', 'Partial result, the last message:', lastMessage);
  if (touchedFiles.length > 0) parts.push('', 'Files changed:', ...touchedFiles.map((file) => `- ${file}`));
  if (commands.length > 0) {
    parts.push(
      '',
      'Commands run:',
      ...commands.map(({ command, exitCode }) => `- ${command}${exitCode === null ? '' : ` (exit ${exitCode})`}`),
    );
  }
  return [...parts, ''];
}

function ensureNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
