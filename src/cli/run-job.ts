import { followJob } from '../client/follow.ts';
import { markRead } from '../client/mark-read.ts';
import { submitJob } from '../client/submit.ts';
import { isJobEvent } from '../contract/event.ts';
import { type FinishedJob, isFinished, type JobSpec } from '../contract/job.ts';
import { progressLines } from '../status/log.ts';
import type { Context } from './context.ts';
import { HeldLines } from './held-lines.ts';
import { jobSignals } from './job-signals.ts';
import { type Ask, OpenQuestions } from './open-questions.ts';
import { openProgress, type Progress } from './progress/progress.ts';
import { ProgressLines } from './progress-lines.ts';

export interface RunOptions {
  /** Says nothing of the job's progress on stderr. */
  readonly quiet?: boolean;
  /** Called when Codex asks to be allowed something. */
  readonly onQuestion?: Ask;
}

/**
 * Hands the job over and stays until it has ended.
 * @returns null when this process was told to go and the job goes on without it.
 */
export async function runToEnd(context: Context, spec: JobSpec, options: RunOptions = {}): Promise<FinishedJob | null> {
  const jobId = spec.id;
  const display = await openProgress(context, options);
  const lines = new HeldLines(context.io.note);
  const progress = new ProgressLines(jobId, {
    say: (line) => (options.quiet ? undefined : lines.say(line)),
    unreadChars: () => context.io.unreadNotes + lines.heldChars,
  });
  const questions = new OpenQuestions(lines, pausing(display, options.onQuestion));
  const signals = jobSignals(context, jobId, (sentence) => {
    // Whoever sends a signal answers no question any more.
    void questions.closeAll();
    lines.say(sentence);
  });
  let accepted = false;
  try {
    display.doing('Handing the job over');
    const onStarting = () => display.doing('Starting Codex');
    const { answer, attached } = await submitJob(context, spec, { follow: true, onStarting });
    accepted = true;
    signals.accepted();
    // First of all: with the id, whoever started this finds the job again, whatever becomes of this process.
    progress.say(`Job ${jobId}`);
    if (isFinished(answer.job)) {
      // Handed in before, under the same key: of its life there is nothing more to tell.
      progress.say(`It had ended before, as "${answer.job.status}"`);
      attached?.close();
      markRead(context, answer.job);
      return answer.job;
    }
    const job = await followJob(context, jobId, {
      ...(attached === null ? {} : { attached }),
      signal: signals.left,
      onGap: () => progress.leaveOut(),
      onCatchUp: (now, client) => {
        display.hooks.onCatchUp?.(now, client);
        if (client !== undefined && now.status === 'running')
          for (const question of now.questions) questions.ask(question, client);
      },
      onEvent: (envelope, client) => {
        const { event } = envelope;
        display.hooks.onEvent?.(envelope, client);
        if (!isJobEvent(event) || event.jobId !== jobId) return;
        // A question that is asked here is not told besides.
        if (event.type === 'job.asked' && questions.ask(event.question, client)) return;
        for (const line of progressLines(event)) progress.say(line);
        if (event.type === 'job.answered') questions.close(event.questionId);
      },
    });
    markRead(context, job);
    return job;
  } catch (error) {
    // A job that nobody has does not go on.
    if (accepted && signals.left.aborted) return null;
    throw error;
  } finally {
    await questions.closeAll();
    progress.end();
    display.close();
    signals.stop();
  }
}

/** As long as something is asked, nothing is drawn. */
function pausing(display: Progress, onQuestion: Ask | undefined): Ask | undefined {
  if (onQuestion === undefined) return undefined;
  return (question, client, over) => display.pausedDuring(() => onQuestion(question, client, over));
}
