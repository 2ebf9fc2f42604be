import { resultOf } from '../client/result.ts';
import type { ApprovalRule, FinishedJob, JobSpec } from '../contract/job.ts';
import type { Context } from './context.ts';
import { CliError, EXIT, exitCodeOf } from './exit-codes.ts';
import { type NotifyOptions, notifyDone } from './notify.ts';
import { endSentence, resumeLines } from './render/job.ts';
import { runInBackground } from './run-in-background.ts';

export interface RunTaskOptions extends NotifyOptions {
  readonly background?: boolean;
  readonly json?: boolean;
}

/** Has a task run and prints its answer. Returns the exit status. */
export async function runTaskJob(context: Context, spec: JobSpec, options: RunTaskOptions): Promise<number> {
  if (options.background) return runInBackground(context, spec, options);
  // What it takes to stay: nobody else loads it.
  const [{ runToEnd }, { answerOnTerminal }] = await Promise.all([import('./run-job.ts'), import('./approve.ts')]);
  const job = await runToEnd(context, spec, {
    quiet: options.json === true,
    onQuestion: (question, client, over) => answerOnTerminal(context, spec.id, question, client, over),
  });
  if (job === null) return EXIT.terminated;
  printEnd(context, job, options);
  await notifyDone(context, [job], options);
  return exitCodeOf(job);
}

/** How this task answers approvals, for the options of its permissions. */
export function approvalRule(
  { config }: Context,
  options: RunTaskOptions & { readonly onApproval?: ApprovalRule | undefined },
): { readonly onApproval?: ApprovalRule | undefined } {
  if (options.onApproval !== undefined) return { onApproval: options.onApproval };
  return someoneToAsk(options) ? { onApproval: config.settings.onApproval } : {};
}

/** Whether there is a terminal to ask on while the job runs. */
function someoneToAsk({ background }: RunTaskOptions): boolean {
  // In this order: to look at standard input is to open it, which a script's task need not wait for.
  return background !== true && process.stderr.isTTY && process.stdin.isTTY;
}

/** @throws CliError (exit 2) when the rule needs a person, and nobody would be asked. */
export function refuseToAskNobody(rule: ApprovalRule | undefined, options: RunTaskOptions): void {
  if (rule !== 'ask' || someoneToAsk(options)) return;
  throw new CliError(EXIT.usage, '--on-approval ask needs a terminal to ask on (choose decline or accept)');
}

function printEnd({ io }: Context, job: FinishedJob, options: RunTaskOptions): void {
  const completed = job.status === 'completed';
  if (options.json) io.json(resultOf(job));
  else if (completed) io.foreign(job.finalMessage.endsWith('\n') ? job.finalMessage : `${job.finalMessage}\n`);
  if (completed) return;
  io.note(endSentence(job));
  for (const line of resumeLines(job)) io.note(line);
  const { lastMessage, unfinished } = job.work;
  if ((lastMessage ?? unfinished) !== null) io.note(`What it had got to: codex-companion result ${job.id}`);
}
