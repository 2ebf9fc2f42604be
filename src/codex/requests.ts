import * as v from 'valibot';

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
  /** With `turnId: ""` whatever turn is active on the thread is meant. */
  readonly 'turn/interrupt': { threadId: string; turnId: string };
  /** Ends the commands of a thread that outlived their turn. Needs `experimentalApi`. */
  readonly 'thread/backgroundTerminals/clean': { threadId: string };
}

export interface ThreadSettings {
  cwd?: string;
  model?: string | null;
  approvalPolicy?: 'never' | 'on-request' | 'untrusted';
  sandbox?: SandboxMode;
}

export type SandboxMode = 'read-only' | 'workspace-write' | 'danger-full-access';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

const OptionalText = v.nullish(v.string(), null);

export const InitializeResultSchema = v.object({ userAgent: OptionalText, codexHome: OptionalText });
export type InitializeResult = v.InferOutput<typeof InitializeResultSchema>;

/**
 * Of `thread/start` and `thread/resume`. Only the id is asked for; the rest is what the app-server will
 * use, as a word: `sandbox` as a request has it (`read-only`), an approval policy with details as its name.
 */
export const ThreadResultSchema = v.object({
  thread: v.object({ id: v.pipe(v.string(), v.minLength(1)), name: OptionalText }),
  model: OptionalText,
  reasoningEffort: OptionalText,
  sandbox: v.optional(v.pipe(v.unknown(), v.transform(sandboxWord)), null),
  approvalPolicy: v.optional(v.pipe(v.unknown(), v.transform(policyWord)), null),
});
export type ThreadResult = v.InferOutput<typeof ThreadResultSchema>;

export const TurnStartResultSchema = v.object({
  turn: v.object({ id: v.pipe(v.string(), v.minLength(1)), rootTurnId: OptionalText }),
});
export type TurnStartResult = v.InferOutput<typeof TurnStartResultSchema>;

/** For requests whose answer only says that they were done. */
export const AnyResultSchema = v.unknown();

export const CODEX_RESULTS = {
  initialize: InitializeResultSchema,
  'thread/start': ThreadResultSchema,
  'thread/resume': ThreadResultSchema,
  'thread/name/set': AnyResultSchema,
  'thread/unsubscribe': AnyResultSchema,
  'thread/loaded/list': AnyResultSchema,
  'turn/start': TurnStartResultSchema,
  'turn/interrupt': AnyResultSchema,
  'thread/backgroundTerminals/clean': AnyResultSchema,
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
