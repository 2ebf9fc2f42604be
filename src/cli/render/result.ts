import type { FinishedJob } from '../../contract/job.ts';
import { cutOffItems } from '../../status/cut-off.ts';
import { endSentence, resumeLines } from './job.ts';
import { renderReview } from './review.ts';

/** What a job produced, and how to go on with its thread. */
export function renderResult(job: FinishedJob): string {
  const facts = resumeLines(job);
  const tail = facts.length === 0 ? '' : `\n${facts.join('\n')}\n`;
  return `${ensureNewline(answerOf(job))}${tail}`;
}

/** What the command that ran the job prints. */
export function renderOutput(job: FinishedJob): string {
  return job.request.review === null ? ensureNewline(answerOf(job)) : renderReview(job);
}

/** The answer as it is (of a verdict: what it says), or what was saved of a job that did not complete. */
function answerOf(job: FinishedJob): string {
  if (job.status !== 'completed') return partialResult(job).join('\n');
  return job.kind === 'adversarial-review' ? renderReview(job) : job.finalMessage;
}

function partialResult(job: FinishedJob): string[] {
  const { lastMessage, unfinished, touchedFiles, commands } = job.work;
  const parts: string[] = [endSentence(job)];
  if (lastMessage !== null) parts.push('', 'Partial result, the last message:', lastMessage);
  if (unfinished !== null) parts.push('', 'Partial result, the message that was cut off:', unfinished.text);
  if (touchedFiles.length > 0) parts.push('', 'Files changed:', ...touchedFiles.map((file) => `- ${file}`));
  if (commands.length > 0) {
    parts.push(
      '',
      'Commands run:',
      ...commands.map(({ command, exitCode }) => `- ${command}${exitCode === null ? '' : ` (exit ${exitCode})`}`),
    );
  }
  const cutOff = cutOffItems(job);
  if (cutOff.length > 0) parts.push('', 'Begun, and not ended:', ...cutOff.map((label) => `- ${label}`));
  return parts;
}

function ensureNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
