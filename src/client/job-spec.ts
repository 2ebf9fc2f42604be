import { refuseProblems } from '../config/config.ts';
import type { Settings } from '../config/rows.ts';
import { type JobKind, jobIdOfKey, newJobId } from '../contract/ids.ts';
import type { Effort, JobRequest, JobSpec } from '../contract/job.ts';
import type { ClientContext } from './context.ts';
import type { Permissions } from './permissions.ts';

/** Short names for models, as the slash commands use them. */
const MODEL_ALIASES: Readonly<Record<string, string>> = { spark: 'gpt-5.3-codex-spark' };

/** What is the same for jobs of every kind. Durations are in milliseconds, 0 is none; what is not said is as the settings say. */
export interface JobOptions {
  readonly background?: boolean;
  readonly key?: string | undefined;
  readonly retries?: number | undefined;
  readonly model?: string | undefined;
  readonly effort?: Effort | undefined;
  readonly timeout?: number | undefined;
  readonly idleTimeout?: number | undefined;
  readonly queueTimeout?: number | undefined;
  readonly startTimeout?: number | undefined;
}

/** The settings that such options come before. */
export type JobSettings = Pick<
  Settings,
  'model' | 'effort' | 'retries' | 'jobTimeoutMs' | 'idleTimeoutMs' | 'startTimeoutMs' | 'queueTimeoutMs'
>;

/** What the options say of them. */
export function saidByOptions(options: JobOptions): Partial<JobSettings> {
  const { model, effort, retries } = options;
  const { timeout, idleTimeout, startTimeout, queueTimeout } = options;
  return {
    ...(model === undefined ? {} : { model: nameOf(model) }),
    ...(effort === undefined ? {} : { effort }),
    ...(retries === undefined ? {} : { retries }),
    ...(timeout === undefined ? {} : { jobTimeoutMs: timeout }),
    ...(idleTimeout === undefined ? {} : { idleTimeoutMs: idleTimeout }),
    ...(startTimeout === undefined ? {} : { startTimeoutMs: startTimeout }),
    ...(queueTimeout === undefined ? {} : { queueTimeoutMs: queueTimeout }),
  };
}

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

/**
 * A job as its options say and, of the rest, `settings`.
 * @throws ConfigError when a settings file has something in it that cannot be used.
 */
export function jobSpec(
  { config, workspace }: ClientContext,
  parts: JobParts,
  options: JobOptions,
  settings: JobSettings = config.settings,
): JobSpec {
  refuseProblems(config);
  const { model, effort, retries, ...clocks } = { ...settings, ...saidByOptions(options) };
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
    sessionId: config.settings.sessionId,
    key: options.key ?? null,
    retryOf,
    foreground: options.background !== true,
    cwd: parts.cwd ?? workspace.cwd,
    request: {
      prompt,
      ...permissions,
      model: model === null ? null : modelOf(model),
      effort,
      resumeThreadId,
      review,
      outputSchema,
      retries,
      clocks: {
        queueMs: clocks.queueTimeoutMs,
        startMs: clocks.startTimeoutMs,
        idleMs: clocks.idleTimeoutMs,
        hardMs: clocks.jobTimeoutMs,
      },
    },
  };
}

/** An empty name takes back what the settings say. */
function nameOf(model: string): string | null {
  return model.trim() || null;
}

function modelOf(name: string): string {
  return MODEL_ALIASES[name.toLowerCase()] ?? name;
}
