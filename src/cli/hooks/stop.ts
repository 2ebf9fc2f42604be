import * as v from 'valibot';
import { ofSession, reportDamage, settleJobs } from '../../client/jobs.ts';
import { markRead } from '../../client/mark-read.ts';
import { messageOf } from '../../contract/fault.ts';
import { type GateContext, type GateOutcome, gateOutcome } from '../../contract/gate.ts';
import { type ActiveJob, isFinished } from '../../contract/job.ts';
import { readWorkspaceSettings } from '../../status/workspace-settings.ts';
import { oneLine, plainText } from '../../util/plain-text.ts';
import type { Context } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { untilSignalled } from '../until-signalled.ts';
import { type GateReview, reviewLastTurn } from './gate-review.ts';
import { hostContext } from './host-context.ts';
import { Flag, LongText, Path, readInput, SessionId } from './input.ts';

const OFF_SWITCH = '/codex:setup --disable-review-gate';

/** What a host shows of a reason has its bounds; the job's result has the rest. */
export const MAX_REASON_CHARS = 8_000;
const MAX_DETAIL_CHARS = 500;

const InputSchema = v.object({
  cwd: Path,
  session_id: SessionId,
  stop_hook_active: Flag,
  last_assistant_message: LongText,
});

/** Claude wants to end its turn. With the gate on, Codex reviews it first, and may hold it back. */
export async function stop(): Promise<void> {
  const input = await readInput(InputSchema);
  const context = hostContext(input);
  if (!(await gateIsOn(context))) {
    await noteRunning(context);
    return;
  }
  const review = await untilSignalled((dismissed) =>
    reviewLastTurn(context, input.last_assistant_message, { dismissed }),
  );
  await answer(context, review, { alreadyBlocked: input.stop_hook_active, offSwitch: OFF_SWITCH });
}

/** @throws Error when nobody can tell: it is no reason to hold Claude back, and none to be silent. */
async function gateIsOn(context: Context): Promise<boolean> {
  try {
    return readWorkspaceSettings(context.workspace.directory).stopReviewGate;
  } catch (error) {
    await noteRunning(context);
    throw new Error(`Cannot tell whether the review gate is on: ${messageOf(error)}`);
  }
}

async function answer(context: Context, review: GateReview, gate: GateContext): Promise<void> {
  switch (review.kind) {
    case 'notSetUp':
      context.io.note(`Codex is not set up for the review gate. ${sentence(review.detail)} Run /codex:setup.`);
      return noteRunning(context);
    case 'dismissed':
      throw new CliError(EXIT.terminated, 'The review was cancelled, as nobody waits for it any more');
    case 'none':
      return decide(context, gateOutcome(review.why, gate), null);
    case 'ended':
      markRead(context, review.job);
      return decide(context, gateOutcome(review.job, gate), review.job.id);
  }
}

async function decide(context: Context, outcome: GateOutcome, jobId: string | null): Promise<void> {
  switch (outcome.kind) {
    case 'allow':
      return noteRunning(context);
    case 'block': {
      const found = `Codex stop-time review found issues that still need fixes before ending the session: ${outcome.reason}`;
      return block(context, bounded(found, jobId));
    }
    case 'couldNotReview':
      if (outcome.block) return block(context, bounded(outcome.why, jobId));
      context.io.note(outcome.why);
      return noteRunning(context);
  }
}

async function block(context: Context, why: string): Promise<void> {
  const running = await runningSentence(context);
  const reason = running === null ? why : `${running} ${why}`;
  context.io.out(`${JSON.stringify({ decision: 'block', reason: plainText(reason) })}\n`);
}

async function noteRunning(context: Context): Promise<void> {
  const running = await runningSentence(context);
  if (running !== null) context.io.note(running);
}

/** Of the newest job of the session that is not over; the verdict must not depend on it. */
async function runningSentence(context: Context): Promise<string | null> {
  try {
    const read = await settleJobs(context, { finished: 0 });
    reportDamage(context, read);
    const [newest] = ofSession(context, read.jobs, false)
      .filter((job): job is ActiveJob => !isFinished(job) && job.kind !== 'stop-gate-review')
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    if (newest === undefined) return null;
    const { id } = newest;
    return `Codex task ${id} is still running. Check /codex:status, or use /codex:cancel ${id} to end it before the session does.`;
  } catch (error) {
    context.io.note(`Cannot tell what still runs: ${messageOf(error)}`);
    return null;
  }
}

function bounded(text: string, jobId: string | null): string {
  if (text.length <= MAX_REASON_CHARS) return text;
  const rest = jobId === null ? '' : ` (the whole of it: codex-companion result ${jobId})`;
  return `${text.slice(0, MAX_REASON_CHARS).replace(/\p{Cs}$/u, '')}…${rest}`;
}

function sentence(text: string): string {
  const line = oneLine(text, MAX_DETAIL_CHARS);
  return line.endsWith('.') ? line : `${line}.`;
}
