import { type JobKind, jobIdOfKey, newJobId } from '../contract/ids.ts';
import type { Effort, JobRequest, JobSpec } from '../contract/job.ts';
import type { ClientContext } from './context.ts';
import type { Permissions } from './permissions.ts';

/** Short names for models, as the slash commands use them. */
const MODEL_ALIASES: Readonly<Record<string, string>> = { spark: 'gpt-5.3-codex-spark' };

/** What is the same for jobs of every kind. Durations are in milliseconds, 0 is none; what is not said is as the settings say. */
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

export function jobSpec(context: ClientContext, parts: JobParts, options: JobOptions): JobSpec {
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
