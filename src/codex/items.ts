import * as v from 'valibot';
import { commandText } from './command-text.ts';
import { fieldsOf } from './fields.ts';
import { IdSchema } from './id.ts';

/** Longest path of a system that we run on; a longer one names no file. */
const MAX_PATH_CHARS = 4_096;

const Text = v.nullish(v.string(), '');
const OptionalText = v.nullish(v.string(), null);
// Some app-servers wrap each section of a summary in an object; Codex's own schema has only its text.
const Section = v.pipe(
  v.unknown(),
  v.transform((section) => fieldsOf(section)['text'] ?? section),
  v.string(),
);
const Sections = v.nullish(v.array(Section), []);
const PathText = v.pipe(v.string(), v.maxLength(MAX_PATH_CHARS));
const common = { id: v.nullish(IdSchema, null) };
const ending = { ...common, status: OptionalText };

/**
 * The items of a turn of which we say more than their name. Everything but `type` may be missing, and
 * enumerations are plain text: another version of Codex has other members.
 */
export const ITEM_SCHEMAS = {
  userMessage: v.object({ type: v.literal('userMessage'), ...common }),
  agentMessage: v.object({ type: v.literal('agentMessage'), ...common, text: Text, phase: OptionalText }),
  reasoning: v.object({ type: v.literal('reasoning'), ...common, summary: Sections }),
  commandExecution: v.object({
    type: v.literal('commandExecution'),
    ...ending,
    /** As {@link commandText} gives it. */
    command: v.pipe(Text, v.transform(commandText)),
    exitCode: v.nullish(v.number(), null),
  }),
  fileChange: v.object({
    type: v.literal('fileChange'),
    ...ending,
    changes: v.nullish(
      v.array(
        v.object({
          path: PathText,
          kind: v.fallback(
            v.nullish(v.object({ type: OptionalText, move_path: v.nullish(PathText, null) }), null),
            null,
          ),
        }),
      ),
      [],
    ),
  }),
  mcpToolCall: v.object({ type: v.literal('mcpToolCall'), ...ending, server: Text, tool: Text }),
  dynamicToolCall: v.object({ type: v.literal('dynamicToolCall'), ...ending, namespace: Text, tool: Text }),
  collabAgentToolCall: v.object({
    type: v.literal('collabAgentToolCall'),
    ...ending,
    tool: Text,
    receiverThreadIds: v.nullish(v.array(IdSchema), []),
  }),
  subAgentActivity: v.object({
    type: v.literal('subAgentActivity'),
    ...common,
    agentThreadId: v.nullish(IdSchema, ''),
    agentPath: v.nullish(PathText, ''),
  }),
  webSearch: v.object({ type: v.literal('webSearch'), ...common, query: Text }),
  enteredReviewMode: v.object({ type: v.literal('enteredReviewMode'), ...common, review: Text }),
  exitedReviewMode: v.object({ type: v.literal('exitedReviewMode'), ...common, review: Text }),
} as const;

/** Items of which we say only their name. */
export const PLAIN_ITEM_TYPES = [
  'contextCompaction',
  'functionCallOutput',
  'hookPrompt',
  'imageGeneration',
  'imageView',
  'plan',
  'sleep',
] as const;

type KnownItemSchema = (typeof ITEM_SCHEMAS)[keyof typeof ITEM_SCHEMAS];
export type KnownItem = v.InferOutput<KnownItemSchema>;

/** `named` is an item of which we know only its type; `known` says whether this program has heard of that. */
export type Item =
  | KnownItem
  | {
      readonly type: 'named';
      readonly name: string;
      readonly id: string | null;
      readonly status: string | null;
      readonly known: boolean;
    };

const NamedItemSchema = v.object({
  type: v.string(),
  id: v.fallback(v.nullish(IdSchema, null), null),
  status: v.fallback(OptionalText, null),
});

const SCHEMA_OF = new Map<string, KnownItemSchema>(Object.entries(ITEM_SCHEMAS));

const PLAIN = new Set<string>(PLAIN_ITEM_TYPES);

/** Null when it does not even say its type. An item of a known type with unreadable fields is read by its name. */
export function parseItem(value: unknown): Item | null {
  const known = parseKnown(value);
  if (known !== null) return known;
  const named = v.safeParse(NamedItemSchema, value);
  if (!named.success) return null;
  const { type: name, id, status } = named.output;
  return { type: 'named', name, id, status, known: PLAIN.has(name) };
}

function parseKnown(value: unknown): KnownItem | null {
  const { type } = fieldsOf(value);
  // Looked up: a variant of valibot tries one schema after the other, for every item of a turn.
  const schema = typeof type === 'string' ? SCHEMA_OF.get(type) : undefined;
  if (schema === undefined) return null;
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}
