import { createInterface } from 'node:readline/promises';
import { messageOf } from '../contract/fault.ts';
import type { Question } from '../contract/job.ts';
import { oneLine } from '../util/plain-text.ts';
import type { ControlClient } from './client.ts';
import type { Context } from './context.ts';

const SUBJECT_CHARS = 500;

/** One question at a time: two prompts on one terminal would take each other's answers. */
let last: Promise<void> = Promise.resolve();

/** Asks the person at the terminal, and tells the broker. Everything but a clear yes is a no. */
export function answerOnTerminal(
  context: Context,
  jobId: string,
  question: Question,
  client: ControlClient,
): Promise<void> {
  last = last.then(async () => {
    try {
      const decision = (await ask(question)) ? 'accept' : 'decline';
      const { answered } = await client.call('job/answer', { jobId, questionId: question.id, decision, by: 'user' });
      if (!answered) context.io.note('Too late: the question is not open any more');
    } catch (error) {
      context.io.note(`Cannot answer: ${messageOf(error)}`);
    }
  });
  return last;
}

async function ask({ what, subject }: Question): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C is for the job, not for the question.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    const about = subject === '' ? '' : `\n  ${oneLine(subject, SUBJECT_CHARS)}`;
    const text = await terminal.question(`Codex asks to be allowed ${what}:${about}\nAllow it? [y/N] `);
    return /^\s*y(?:es)?\s*$/iu.test(text);
  } finally {
    terminal.close();
  }
}
