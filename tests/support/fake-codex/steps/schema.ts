import * as v from 'valibot';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = (fallback: string) => v.optional(v.string(), fallback);
const count = (fallback: number) => v.optional(Count, fallback);
const flag = v.optional(v.boolean(), false);
const Json = v.record(v.string(), v.unknown());
const errorInfo = v.optional(v.nullable(v.union([v.string(), Json])), null);

/** Where an `error` notification says it belongs. `child` is the last sub-agent, `other` a thread nobody knows. */
const ErrorThread = v.optional(v.picklist(['root', 'child', 'other']), 'root');

/** Items of the turn: started, streamed, completed. */
const items = [
  v.strictObject({
    do: v.literal('say'),
    text: text('fake words'),
    deltas: count(1),
    /** Spread over this time. */
    ms: count(0),
    phase: v.optional(v.picklist(['commentary', 'final_answer']), 'commentary'),
  }),
  v.strictObject({ do: v.literal('reason'), summary: v.optional(v.array(v.string()), ['fake thought']) }),
  v.strictObject({
    do: v.literal('command'),
    command: text('fake-command'),
    output: text('fake output\n'),
    exitCode: v.optional(v.number(), 0),
    deltas: count(1),
    ms: count(0),
    /** Never completes: the turn waits until it is interrupted. */
    never: flag,
    /** Starts a real `sleep` of so many seconds in a session of its own; it outlives the item and the server. */
    sleepS: v.exactOptional(Count),
  }),
  v.strictObject({
    do: v.literal('fileChange'),
    path: text('fake.txt'),
    kind: v.optional(v.picklist(['add', 'update', 'delete']), 'add'),
    diff: text('+fake line\n'),
    status: v.optional(v.picklist(['completed', 'failed', 'declined']), 'completed'),
  }),
  v.strictObject({
    do: v.literal('tool'),
    server: text('fake-mcp'),
    tool: text('fake-tool'),
    ms: count(0),
    never: flag,
  }),
  v.strictObject({
    do: v.literal('subagent'),
    text: text('fake child answer'),
    /** The child works so long before it answers. */
    ms: count(0),
    /** The child works until it is interrupted itself. */
    never: flag,
    /** The parent goes on without waiting for the child. */
    outlive: flag,
    /** How the parent's stream tells of it: `collabAgentToolCall` (v1) or `subAgentActivity` (v2). */
    version: v.optional(v.picklist(['v1', 'v2']), 'v1'),
  }),
] as const;

/** Notifications that are not items. */
const notices = [
  v.strictObject({ do: v.literal('usage'), inputTokens: count(100), outputTokens: count(20) }),
  v.strictObject({ do: v.literal('rateLimits'), usedPercent: count(50) }),
  v.strictObject({
    do: v.literal('error'),
    message: text('fake error'),
    willRetry: flag,
    codexErrorInfo: errorInfo,
    thread: ErrorThread,
    times: count(1),
    everyMs: count(0),
  }),
  v.strictObject({ do: v.literal('warning'), message: text('fake warning') }),
  /** Any notification; `threadId` and `turnId` are added to `params` unless they are there. */
  v.strictObject({ do: v.literal('notify'), method: text('fake/notice'), params: v.optional(Json, {}) }),
  /** For `ms`, so many warnings a second: `pulse <n> <when it was sent, in ms of the machine's monotonic clock>`. */
  v.strictObject({ do: v.literal('pulse'), perSecond: count(1000), ms: count(1000) }),
  /**
   * Each of `count` commands has its own name and output, `cmd-<i>` and `out-<i>`, so that loss can be counted: two
   * notifications each.
   */
  v.strictObject({ do: v.literal('flood'), count: count(1000) }),
] as const;

const flow = [
  v.strictObject({ do: v.literal('wait'), ms: count(50) }),
  v.strictObject({ do: v.literal('hang') }),
  /** Hangs and never answers `turn/interrupt` either. */
  v.strictObject({ do: v.literal('hangHard') }),
  /** From here on an interrupt is answered, and the turn then completes all the same. */
  v.strictObject({ do: v.literal('completeWhenInterrupted'), text: text('fake late answer') }),
  /** From here on `thread/start` is never answered. */
  v.strictObject({ do: v.literal('noThreadStartReply') }),
] as const;

/** How `turn/start` itself is answered. Found anywhere in a script. */
const openings = [
  /** No answer; nothing else happens either, unless `started`. */
  v.strictObject({ do: v.literal('noTurnStartReply'), started: flag }),
  v.strictObject({ do: v.literal('turnStartedBeforeResponse') }),
  v.strictObject({
    do: v.literal('refuseTurn'),
    code: v.optional(v.number(), -32001),
    message: text('Server overloaded; retry later.'),
  }),
] as const;

const processes = [
  v.strictObject({ do: v.literal('exit'), code: count(0) }),
  /** SIGKILL to itself. */
  v.strictObject({ do: v.literal('crash') }),
  /** SIGSTOP to itself; goes on with the next step after SIGCONT. */
  v.strictObject({ do: v.literal('freeze') }),
  /** Alive, but says nothing any more. `deaf` also ignores the end of stdin and SIGTERM (for two minutes at most). */
  v.strictObject({ do: v.literal('stopAnswering'), deaf: flag }),
] as const;

const bytes = [
  v.strictObject({ do: v.literal('garbage'), text: text('this is not JSON'), count: count(1) }),
  /** One line of so many bytes that is not JSON. */
  v.strictObject({ do: v.literal('longLine'), bytes: count(1_048_576) }),
  /** So many bytes without an end of line: whatever is written next is glued to them. */
  v.strictObject({ do: v.literal('noNewline'), bytes: count(1_048_576) }),
  v.strictObject({ do: v.literal('stderr'), bytes: count(0), text: text('fake stderr\n') }),
] as const;

/** Requests to the client. The answer is reported in the final message. */
const asks = [
  v.strictObject({
    do: v.literal('approval'),
    kind: v.optional(v.picklist(['command', 'fileChange']), 'command'),
    command: text('fake-dangerous-command'),
  }),
  v.strictObject({
    do: v.literal('request'),
    method: text('item/tool/requestUserInput'),
    params: v.optional(Json, {}),
  }),
] as const;

const endings = [
  v.strictObject({ do: v.literal('finish'), text: text('fake answer') }),
  v.strictObject({ do: v.literal('fail'), message: text('fake failure'), codexErrorInfo: errorInfo }),
  v.strictObject({ do: v.literal('interruptedByItself') }),
  /** `error` with `willRetry: false`, and no `turn/completed` after it. */
  v.strictObject({ do: v.literal('errorThenNothing'), message: text('fake error'), codexErrorInfo: errorInfo }),
  v.strictObject({ do: v.literal('exitAfterTurn'), text: text('fake answer'), afterMs: count(20) }),
  /** The process ends in the same tick as `turn/completed`. */
  v.strictObject({ do: v.literal('completeThenExitAtOnce'), text: text('fake answer') }),
] as const;

/** One thing the fake does in a turn. Every field has a default, so a bare `{"do": name}` is a step. */
export const StepSchema = v.variant('do', [
  ...items,
  ...notices,
  ...flow,
  ...openings,
  ...processes,
  ...bytes,
  ...asks,
  ...endings,
]);
export type Step = v.InferOutput<typeof StepSchema>;
export type StepInput = v.InferInput<typeof StepSchema>;
export type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>;

export const ScriptSchema = v.strictObject({ do: v.array(StepSchema) });
