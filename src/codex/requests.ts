import * as v from 'valibot';
import type { JsonValue } from '../contract/json.ts';
import { IdSchema } from './id.ts';

/** The requests that we make of the app-server, and their parameters. */
export interface CodexParams {
  readonly initialize: {
    clientInfo: { name: string; title: string | null; version: string };
    capabilities: { experimentalApi: boolean; requestAttestation: boolean };
  };
  readonly 'thread/start': ThreadSettings & { ephemeral?: boolean };
  readonly 'thread/resume': ThreadSettings & { threadId: string; excludeTurns?: boolean };
  readonly 'thread/name/set': { threadId: string; name: string };
  readonly 'thread/unsubscribe': { threadId: string };
  /** The health probe: cheap, and answered by every version that has it. */
  readonly 'thread/loaded/list': { limit?: number };
  readonly 'turn/start': {
    threadId: string;
    input: Array<{ type: 'text'; text: string; text_elements: never[] }>;
    model?: string | null;
    effort?: string | null;
    outputSchema?: JsonValue | null;
  };
  /** Its answer names a turn that `turn/started` then names otherwise, with this one as `rootTurnId`. */
  readonly 'review/start': { threadId: string; target: CodexReviewTarget };
  /** With `turnId: ""` whatever turn is active on the thread is meant. */
  readonly 'turn/interrupt': { threadId: string; turnId: string };
  /** Ends the commands of a thread that outlived their turn. Needs `experimentalApi`. */
  readonly 'thread/backgroundTerminals/clean': { threadId: string };
  readonly 'account/read': { refreshToken?: boolean };
  readonly 'config/read': { cwd?: string | null };
  /** Without `sourceKinds`: threads of an app-server have the source "vscode" there, and "appServer" finds none. */
  readonly 'thread/list': {
    cwd?: string | string[] | null;
    searchTerm?: string | null;
    limit?: number | null;
    sortKey?: 'created_at' | 'updated_at' | null;
  };
  /** Answered at once; `externalAgentConfig/import/completed` with the same import id says what came of it. */
  readonly 'externalAgentConfig/import': { migrationItems: SessionsToImport[] };
}

export interface ThreadSettings {
  cwd?: string;
  model?: string | null;
  approvalPolicy?: 'never' | 'on-request' | 'untrusted';
  sandbox?: SandboxMode;
  /** Overrides of the user's configuration, by dotted key. */
  config?: { [key: string]: JsonValue };
}

export type CodexReviewTarget = { type: 'uncommittedChanges' } | { type: 'baseBranch'; branch: string };

/** Transcripts of Claude Code that become threads. */
export interface SessionsToImport {
  itemType: 'SESSIONS';
  description: string;
  cwd: string | null;
  details: {
    plugins: never[];
    skills: never[];
    sessions: Array<{ path: string; cwd: string; title: string | null }>;
    mcpServers: never[];
    hooks: never[];
    subagents: never[];
    commands: never[];
  };
}

export type SandboxMode = 'read-only' | 'workspace-write' | 'danger-full-access';

const OptionalText = v.nullish(v.string(), null);

export const InitializeResultSchema = v.object({ userAgent: OptionalText, codexHome: OptionalText });

/**
 * Of `thread/start` and `thread/resume`. Only the id is asked for; the rest is what the app-server will
 * use, as a word: `sandbox` as a request has it (`read-only`), an approval policy with details as its name.
 */
export const ThreadResultSchema = v.object({
  thread: v.object({ id: v.pipe(IdSchema, v.minLength(1)), name: OptionalText }),
  model: OptionalText,
  reasoningEffort: OptionalText,
  sandbox: v.optional(v.pipe(v.unknown(), v.transform(sandboxWord)), null),
  approvalPolicy: v.optional(v.pipe(v.unknown(), v.transform(policyWord)), null),
});
export type ThreadResult = v.InferOutput<typeof ThreadResultSchema>;

export const TurnStartResultSchema = v.object({
  turn: v.object({ id: v.pipe(IdSchema, v.minLength(1)), rootTurnId: OptionalText }),
});

/** `account` is null when nobody is logged in; `requiresOpenaiAuth` says whether anybody has to be. */
const AccountResultSchema = v.object({
  account: v.nullish(v.object({ type: v.string(), email: OptionalText, planType: OptionalText }), null),
  requiresOpenaiAuth: v.nullish(v.boolean(), null),
});
export type AccountResult = v.InferOutput<typeof AccountResultSchema>;

/** The provider of the effective configuration, and those that are configured by name. */
const ConfigResultSchema = v.object({
  config: v.object({
    model: OptionalText,
    model_provider: OptionalText,
    model_providers: v.fallback(v.nullish(v.record(v.string(), v.looseObject({ name: OptionalText })), {}), {}),
  }),
});
export type ConfigResult = v.InferOutput<typeof ConfigResultSchema>;

const ThreadListResultSchema = v.object({
  data: v.array(v.object({ id: v.string(), name: OptionalText, updatedAt: v.nullish(v.number(), null) })),
});

const ImportResultSchema = v.object({ importId: OptionalText });

/** For requests whose answer only says that they were done. */
const AnyResultSchema = v.unknown();

export const CODEX_RESULTS = {
  initialize: InitializeResultSchema,
  'thread/start': ThreadResultSchema,
  'thread/resume': ThreadResultSchema,
  'thread/name/set': AnyResultSchema,
  'thread/unsubscribe': AnyResultSchema,
  'thread/loaded/list': AnyResultSchema,
  'turn/start': TurnStartResultSchema,
  'review/start': TurnStartResultSchema,
  'turn/interrupt': AnyResultSchema,
  'thread/backgroundTerminals/clean': AnyResultSchema,
  'account/read': AccountResultSchema,
  'config/read': ConfigResultSchema,
  'thread/list': ThreadListResultSchema,
  'externalAgentConfig/import': ImportResultSchema,
} as const satisfies Record<keyof CodexParams, v.GenericSchema>;

export type CodexMethod = keyof CodexParams;
export type CodexResult<M extends CodexMethod> = v.InferOutput<(typeof CODEX_RESULTS)[M]>;

/** The version in the user agent of `initialize`: `"probe/0.169.0 (Debian …) …"` gives `"0.169.0"`. */
export function codexVersionIn(userAgent: string | null): string | null {
  return /\/(\d+\.\d+\.\d+\S*)/u.exec(userAgent ?? '')?.[1] ?? null;
}

function sandboxWord(sandbox: unknown): string | null {
  if (typeof sandbox === 'string') return sandbox;
  const parsed = v.safeParse(v.object({ type: v.string() }), sandbox);
  if (!parsed.success) return null;
  return parsed.output.type.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

function policyWord(policy: unknown): string | null {
  if (typeof policy === 'string') return policy;
  return typeof policy === 'object' && policy !== null ? (Object.keys(policy)[0] ?? null) : null;
}
