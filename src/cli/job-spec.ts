import { statSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { type JobKind, jobIdOfKey, newJobId } from '../contract/ids.ts';
import {
  type ApprovalRule,
  type Effort,
  type JobRequest,
  type JobSpec,
  SANDBOXES,
  type Sandbox,
} from '../contract/job.ts';
import type { Context } from './context.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { durationArgument, effortArgument, keyArgument, retriesArgument } from './options.ts';

/** Short names for models, as the slash commands use them. */
const MODEL_ALIASES: Readonly<Record<string, string>> = { spark: 'gpt-5.3-codex-spark' };

/** What every command that makes a job takes. */
export interface JobOptions {
  readonly background?: boolean;
  readonly key?: string;
  readonly retries?: number;
  readonly model?: string;
  readonly effort?: Effort;
  readonly timeout?: number;
  readonly idleTimeout?: number;
  readonly queueTimeout?: number;
  readonly startTimeout?: number;
}

export function withJobOptions(command: Command): Command {
  return command
    .option('-m, --model <model>', 'model to use ("spark" is short for gpt-5.3-codex-spark)')
    .option('--effort <effort>', 'reasoning effort: none, minimal, low, medium, high, xhigh', effortArgument)
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
      '--start-timeout <duration>',
      'end the job if its turn has not started after this time; 0 = never (default 60s)',
      durationArgument,
    )
    .option(
      '--queue-timeout <duration>',
      'end the job if it has to wait longer than this; 0 = never (default)',
      durationArgument,
    )
    .option(
      '--retries <n>',
      'try again so often when an attempt is lost before it has done anything; each has the whole time (default 0)',
      retriesArgument,
    )
    .option('--key <key>', 'the same key again is the same job: it is joined, or its result given', keyArgument);
}

/** What a job may do beyond reading; a review has none of it. */
export interface Permissions {
  readonly sandbox: Sandbox | null;
  readonly network: boolean;
  readonly addDirs: string[];
  readonly onApproval: ApprovalRule;
}

export const READ_ONLY: Permissions = { sandbox: 'read-only', network: false, addDirs: [], onApproval: 'decline' };

export interface JobParts {
  readonly kind: JobKind;
  readonly title: string;
  readonly summary: string;
  readonly prompt: string;
  readonly permissions: Permissions;
  /** Another directory than the command's. */
  readonly cwd?: string;
  readonly resumeThreadId?: string | null;
  /** The job that is handed over again. */
  readonly retryOf?: string | null;
  readonly review?: JobRequest['review'];
  readonly outputSchema?: JobRequest['outputSchema'];
}

export function jobSpec(context: Context, parts: JobParts, options: JobOptions): JobSpec {
  const { settings } = context.config;
  const {
    kind,
    title,
    summary,
    prompt,
    permissions,
    resumeThreadId = null,
    retryOf = null,
    review = null,
    outputSchema = null,
  } = parts;
  return {
    id: options.key === undefined ? newJobId(kind, Date.now()) : jobIdOfKey(kind, options.key),
    kind,
    title,
    summary,
    sessionId: settings.sessionId,
    key: options.key ?? null,
    retryOf,
    foreground: options.background !== true,
    cwd: parts.cwd ?? context.workspace.cwd,
    request: {
      prompt,
      ...permissions,
      model: modelOf(options.model),
      effort: options.effort ?? null,
      resumeThreadId,
      review,
      outputSchema,
      retries: options.retries ?? 0,
      clocks: {
        queueMs: options.queueTimeout ?? settings.queueTimeoutMs,
        startMs: options.startTimeout ?? settings.startTimeoutMs,
        idleMs: options.idleTimeout ?? settings.idleTimeoutMs,
        hardMs: options.timeout ?? settings.jobTimeoutMs,
      },
    },
  };
}

function modelOf(model: string | undefined): string | null {
  const name = model?.trim() ?? '';
  return name === '' ? null : (MODEL_ALIASES[name.toLowerCase()] ?? name);
}

/** What `--sandbox` takes: `inherit` leaves it to the user's own Codex configuration. */
export const SANDBOX_CHOICES = [...SANDBOXES, 'inherit'] as const;

export interface PermissionOptions {
  readonly write?: boolean;
  readonly sandbox?: (typeof SANDBOX_CHOICES)[number];
  readonly network?: boolean;
  readonly addDir?: readonly string[];
  readonly onApproval?: ApprovalRule;
}

/** @throws CliError (exit 2) for options that contradict each other. */
export function permissionsOf({ workspace }: Context, options: PermissionOptions): Permissions {
  const { write, network = false, addDir = [], onApproval = 'decline' } = options;
  if (write && options.sandbox === 'read-only') throw usage('Choose --write or --sandbox read-only, not both');
  const chosen = options.sandbox ?? (write ? 'workspace-write' : 'read-only');
  const beyond = network || addDir.length > 0;
  if (beyond && chosen === 'read-only')
    throw usage('--network and --add-dir widen a sandbox that may write: add --write, or choose one with --sandbox');
  return {
    sandbox: chosen === 'inherit' ? null : chosen,
    network,
    addDirs: addDir.map((directory) => existingDirectory(path.resolve(workspace.cwd, directory))),
    onApproval,
  };
}

function existingDirectory(directory: string): string {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return directory;
  throw usage(`Cannot add "${directory}": it is not a directory`);
}

function usage(message: string): CliError {
  return new CliError(EXIT.usage, message);
}
