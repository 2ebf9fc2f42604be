import type { Command } from 'commander';
import type { Settings } from '../../config/settings.ts';
import { isJobEvent } from '../../contract/event.ts';
import { newJobId } from '../../contract/ids.ts';
import type { Effort, FinishedJob, JobRequest, JobSpec } from '../../contract/job.ts';
import { progressLines } from '../../status/log.ts';
import { oneLine } from '../../util/plain-text.ts';
import { type Context, openContext } from '../context.ts';
import { EXIT, exitCodeOf } from '../exit-codes.ts';
import { followJob } from '../follow.ts';
import { type CommonOptions, durationArgument, effortArgument, withCommonOptions } from '../options.ts';
import { readPrompt } from '../prompt.ts';
import { endSentence, resumeLines } from '../render/job.ts';
import { endOnSignal } from '../signals.ts';
import { type Submitted, submitJob } from '../submit.ts';

const SUMMARY_CHARS = 96;

/** Short names for models, as the slash commands use them. */
const MODEL_ALIASES: Readonly<Record<string, string>> = { spark: 'gpt-5.3-codex-spark' };

interface TaskOptions extends CommonOptions {
  readonly background?: boolean;
  readonly write?: boolean;
  readonly model?: string;
  readonly effort?: Effort;
  readonly promptFile?: string;
  readonly timeout?: number;
  readonly idleTimeout?: number;
  readonly queueTimeout?: number;
}

export function taskCommand(program: Command): void {
  withCommonOptions(program.command('task'))
    .summary('hand a job to Codex')
    .description('Hands a job to Codex and prints its final message. Progress goes to stderr.')
    .argument('[prompt...]', 'what to do; "-" or a pipe reads it from standard input')
    .option('--background', 'return at once with the job id')
    .option('--write', 'let Codex change files of the workspace (else it may only read)')
    .option('-m, --model <model>', 'model to use ("spark" is short for gpt-5.3-codex-spark)')
    .option('--effort <effort>', 'reasoning effort: none, minimal, low, medium, high, xhigh', effortArgument)
    .option('--prompt-file <file>', 'read the prompt from a file')
    .option(
      '--timeout <duration>',
      'end the job after this time, such as 45m; 0 = never (default 30m)',
      durationArgument,
    )
    .option(
      '--idle-timeout <duration>',
      'end the job after this time without progress; 0 = never (default 10m)',
      durationArgument,
    )
    .option(
      '--queue-timeout <duration>',
      'end the job if it has to wait longer than this; 0 = never (default)',
      durationArgument,
    )
    .action(async (words: string[], options: TaskOptions) => {
      process.exitCode = await runTask(words, options);
    });
}

async function runTask(words: readonly string[], options: TaskOptions): Promise<number> {
  const context = openContext(options.cwd);
  const prompt = await readPrompt({ words, ...(options.promptFile === undefined ? {} : { file: options.promptFile }) });
  const spec = specOf(context, prompt, options);
  if (options.background) return printAccepted(context, await submitJob(context, spec, { follow: false }), options);
  const job = await runToEnd(context, spec);
  if (job === null) return EXIT.terminated;
  printEnd(context, job, options);
  return exitCodeOf(job);
}

function specOf(context: Context, prompt: string, options: TaskOptions): JobSpec {
  return {
    id: newJobId('task', Date.now()),
    kind: 'task',
    title: 'Codex Task',
    summary: oneLine(prompt, SUMMARY_CHARS),
    sessionId: context.config.settings.sessionId,
    foreground: options.background !== true,
    cwd: context.workspace.cwd,
    request: requestOf(context.config.settings, prompt, options),
  };
}

function requestOf(settings: Settings, prompt: string, options: TaskOptions): JobRequest {
  const { model } = options;
  return {
    prompt,
    sandbox: options.write === true ? 'workspace-write' : 'read-only',
    network: false,
    addDirs: [],
    onApproval: 'decline',
    model: model === undefined ? null : (MODEL_ALIASES[model] ?? model),
    effort: options.effort ?? null,
    resumeThreadId: null,
    review: null,
    outputSchema: null,
    clocks: {
      queueMs: options.queueTimeout ?? settings.queueTimeoutMs,
      startMs: settings.startTimeoutMs,
      idleMs: options.idleTimeout ?? settings.idleTimeoutMs,
      hardMs: options.timeout ?? settings.jobTimeoutMs,
    },
  };
}

function printAccepted({ io }: Context, { answer: { job } }: Submitted, options: TaskOptions): number {
  if (options.json) {
    const { id: jobId, status, title, summary, logFile } = job;
    // The job may have started in the meantime; what was promised is that it was accepted.
    io.json({ jobId, status: status === 'running' ? 'queued' : status, title, summary, logFile });
  } else {
    io.out(`${job.title} started in the background as ${job.id}. Check /codex:status ${job.id} for progress.\n`);
  }
  return EXIT.done;
}

/** Null when this process was told to go and the job goes on without it. */
async function runToEnd(context: Context, spec: JobSpec): Promise<FinishedJob | null> {
  const jobId = spec.id;
  const signals = endOnSignal(context, jobId);
  let accepted = false;
  try {
    const { attached } = await submitJob(context, spec, { follow: true });
    accepted = true;
    signals.accepted();
    // First of all: with the id, whoever started this finds the job again, whatever becomes of this process.
    context.io.note(`[codex] Job ${jobId}`);
    return await followJob(context, jobId, {
      ...(attached === null ? {} : { attached }),
      signal: signals.left,
      onEvent: ({ event }) => {
        if (!isJobEvent(event) || event.jobId !== jobId) return;
        for (const line of progressLines(event)) context.io.note(`[codex] ${line}`);
      },
    });
  } catch (error) {
    // A job that nobody has does not go on.
    if (accepted && signals.left.aborted) return null;
    throw error;
  } finally {
    signals.stop();
  }
}

function printEnd({ io }: Context, job: FinishedJob, options: TaskOptions): void {
  const completed = job.status === 'completed';
  const rawOutput = completed ? job.finalMessage : (job.work.lastMessage ?? '');
  if (options.json) {
    io.json({
      status: completed ? 0 : 1,
      jobId: job.id,
      threadId: job.threadId,
      rawOutput,
      touchedFiles: job.work.touchedFiles,
      reasoningSummary: job.work.reasoningSummary,
      ...(job.status === 'failed' ? { reason: job.reason, errorMessage: job.errorMessage } : {}),
    });
  } else if (completed) {
    io.foreign(rawOutput.endsWith('\n') ? rawOutput : `${rawOutput}\n`);
  }
  if (completed) return;
  io.note(endSentence(job));
  for (const line of resumeLines(job)) io.note(line);
  if (job.work.lastMessage !== null) io.note(`What it had got to: codex-companion result ${job.id}`);
}
