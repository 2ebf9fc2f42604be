import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ControlClient } from '../client/control-client.ts';
import { messageOf } from '../contract/fault.ts';
import type { Question } from '../contract/job.ts';
import { raise } from '../util/own-signals.ts';
import { oneLine } from '../util/plain-text.ts';
import type { Context } from './context.ts';

const SUBJECT_CHARS = 500;

const CTRL_C = 3;

/** For lines that were typed before the question to come, and be dropped. */
const TYPED_AHEAD_MS = 50;

/** One question at a time: two prompts on one terminal would take each other's answers. */
let last: Promise<void> = Promise.resolve();

/** Asks the person at the terminal, until `over`, and tells the broker. Everything but a clear yes is a no. */
export function answerOnTerminal(
  context: Context,
  jobId: string,
  question: Question,
  client: ControlClient,
  over: AbortSignal,
): Promise<void> {
  last = last.then(async () => {
    try {
      const decision = (await ask(question, over)) ? 'accept' : 'decline';
      const { answered } = await client.call('job/answer', { jobId, questionId: question.id, decision, by: 'user' });
      if (!answered) context.io.note('Too late: the question is not open any more');
    } catch (error) {
      if (over.aborted) return;
      context.io.note(`Cannot answer: ${messageOf(error)}`);
    }
  });
  return last;
}

async function ask({ what, subject }: Question, over: AbortSignal): Promise<boolean> {
  await dropTypedAhead(over);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C is for the job, not for the question, which it ends.
  terminal.on('SIGINT', () => raise('SIGINT'));
  // Back from Ctrl-Z: readline shows the question again, but reads on only when it is told to.
  terminal.on('SIGCONT', () => terminal.resume());
  try {
    const about = subject === '' ? '' : `\n  ${oneLine(subject, SUBJECT_CHARS)}`;
    const text = await terminal.question(`Codex asks to be allowed ${what}:${about}\nAllow it? [y/N] `, {
      signal: over,
    });
    return /^\s*y(?:es)?\s*$/iu.test(text);
  } catch (error) {
    // Readline has left the prompt's line by itself.
    if (over.aborted) throw error;
    // Ctrl-D: whoever says nothing has not said yes.
    process.stderr.write('\n');
    return false;
  } finally {
    terminal.close();
  }
}

/** What somebody typed before there was a question is no answer to it. In raw mode, in which Ctrl-D ends nothing. */
async function dropTypedAhead(over: AbortSignal): Promise<void> {
  const drop = (typed: Buffer) => {
    if (typed.includes(CTRL_C)) raise('SIGINT');
  };
  process.stdin.setRawMode(true).on('data', drop);
  try {
    await sleep(TYPED_AHEAD_MS, undefined, { signal: over });
  } finally {
    process.stdin.off('data', drop).pause();
    process.stdin.setRawMode(false);
  }
}
