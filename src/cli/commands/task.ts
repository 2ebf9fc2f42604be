import type { Command } from 'commander';
import { type JobOptions, jobSpec } from '../../client/job-spec.ts';
import { type PermissionOptions, permissionsOf } from '../../client/permissions.ts';
import { SANDBOX_CHOICES } from '../../client/sandbox-choice.ts';
import { taskParts } from '../../client/task-parts.ts';
import { threadForKey } from '../../client/thread-to-resume.ts';
import type { JobSpec } from '../../contract/job.ts';
import { type Context, openContextForJob } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { refuseIdAsPrompt } from '../id-as-prompt.ts';
import { PERMISSION_FLAGS, withApprovalOption, withJobOptions } from '../job-options.ts';
import { type NotifyOptions, refuseToNotifyLater, withNotifyOption } from '../notify.ts';
import { type CommonOptions, choiceOption, collect, nameArgument, withCommonOptions } from '../options.ts';
import { readPrompt } from '../prompt.ts';
import { approvalRule, refuseToAskNobody, runTaskJob } from '../run-task.ts';

/** What a resumed thread is told when nobody says more. */
const CONTINUE_PROMPT =
  'Continue from the current thread state. Pick the next most valuable step and carry it through to the end.';

interface TaskOptions extends CommonOptions, JobOptions, PermissionOptions, NotifyOptions {
  readonly resumeLast?: boolean;
  /** A job, or a Codex thread. */
  readonly resume?: string;
  readonly fresh?: boolean;
  readonly promptFile?: string;
}

export function taskCommand(program: Command): void {
  withNotifyOption(withApprovalOption(withJobOptions(withCommonOptions(program.command('task')))))
    .summary('hand a job to Codex')
    .description('Hands a job to Codex and prints its final message. Progress goes to stderr.')
    .argument('[prompt...]', 'what to do; "-" or a pipe reads it from standard input')
    .option('--wait', 'stay until the task has ended (the default)')
    .option('--background', 'return at once with the job id')
    .option('--prompt-file <file>', 'read the prompt from a file', nameArgument)
    .option('--resume-last', 'go on with the thread of the latest task of this session (also: --resume)')
    .option(
      '--resume <job-or-thread>',
      'go on with the thread of a job, or with any Codex thread (a part of an id: --resume=PART)',
      nameArgument,
    )
    .option('--fresh', 'begin a new thread (the default)')
    .option('--write', 'let Codex change files of the workspace (else it may only read)')
    .addOption(
      choiceOption(
        '--sandbox <sandbox>',
        'inherit: as your Codex configuration says (default read-only)',
        SANDBOX_CHOICES,
      ),
    )
    .option('--network', 'with a sandbox that may write: let commands use the network, too')
    .option('--add-dir <dir>', 'with a sandbox that may write: a further directory; may be repeated', collect)
    .action(async (words: string[], options: TaskOptions) => {
      process.exitCode = await runTask(words, options);
    });
}

async function runTask(words: readonly string[], options: TaskOptions): Promise<number> {
  refuseToNotifyLater(options);
  const context = openContextForJob(options.cwd);
  refuseToAskNobody(options.onApproval, options);
  const spec = await specOf(context, words, options);
  return runTaskJob(context, spec, options);
}

async function specOf(context: Context, words: readonly string[], options: TaskOptions): Promise<JobSpec> {
  const permissions = permissionsOf(context, { ...options, ...approvalRule(context, options) }, PERMISSION_FLAGS);
  const resumes = options.resumeLast === true || options.resume !== undefined;
  if (resumes && options.fresh) throw new CliError(EXIT.usage, 'Choose either --resume/--resume-last or --fresh.');
  const prompt = await readPrompt({
    words,
    directory: context.workspace.cwd,
    ...(options.promptFile === undefined ? {} : { file: options.promptFile }),
    ...(resumes ? { otherwise: CONTINUE_PROMPT } : {}),
  });
  if (options.resumeLast) refuseIdAsPrompt(context, words);
  const resumeThreadId = resumes ? await threadForKey(context, options.key, options.resume) : null;
  return jobSpec(context, taskParts({ prompt, permissions, resumeThreadId }), options);
}
