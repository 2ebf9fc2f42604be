import * as v from 'valibot';
import { MAX_MESSAGE_BYTES, MAX_QUEUED_MESSAGES } from '../../src/bus/frame.ts';
import { MAX_RECENT_BYTES, MAX_RECENT_EVENTS } from '../../src/bus/recent.ts';
import {
  BrokerEventSchema,
  BusEventSchema,
  EnvelopeSchema,
  JobEventSchema,
  LogRangeSchema,
  SHUTDOWN_CAUSES,
  ShutdownCauseSchema,
} from '../../src/contract/event.ts';
import { FactSchema, PHASES, PhaseSchema } from '../../src/contract/fact.ts';
import { REASONS, ReasonSchema } from '../../src/contract/fault.ts';
import { JOB_KINDS, JobKindSchema } from '../../src/contract/ids.ts';
import {
  InterruptionSchema,
  OwnerSchema,
  QuestionSchema,
  ResolvedSchema,
  STOP_CAUSES,
  StopCauseSchema,
} from '../../src/contract/job.ts';
import { ProcessIdentitySchema } from '../../src/contract/process-identity.ts';
import { UsageSchema } from '../../src/contract/usage.ts';
import { bare, isOptional, namedText } from '../lib/type-text.ts';
import { ENVELOPE_EXAMPLE, EVENT_EXAMPLES, FACT_EXAMPLES } from './event-examples.ts';
import { code, line } from './markdown.ts';

/** Types that the tables name, each with a section of its own. */
const OBJECTS = {
  LogRange: LogRangeSchema,
  ProcessIdentity: ProcessIdentitySchema,
  Resolved: ResolvedSchema,
  Question: QuestionSchema,
  Owner: OwnerSchema,
  Interruption: InterruptionSchema,
  Usage: UsageSchema,
} as const;

const WORDS = {
  JobKind: [JobKindSchema, JOB_KINDS],
  Phase: [PhaseSchema, PHASES],
  StopCause: [StopCauseSchema, STOP_CAUSES],
  Reason: [ReasonSchema, REASONS],
  ShutdownCause: [ShutdownCauseSchema, SHUTDOWN_CAUSES],
} as const;

const NAMES = new Map<v.GenericSchema, string>([
  [FactSchema, 'Fact'],
  [BusEventSchema, 'Event'],
  ...Object.entries(OBJECTS).map(([name, schema]) => [bare(schema), name] as const),
  ...Object.entries(WORDS).map(([name, [schema]]) => [bare(schema), name] as const),
]);

type ObjectSchema = v.GenericSchema & { readonly entries: v.ObjectEntries };

/** The catalogue of events as Markdown, from their schemas. */
export function eventsPage(): string {
  return [
    section('The envelope', fields(EnvelopeSchema), example(v.parse(EnvelopeSchema, ENVELOPE_EXAMPLE))),
    section('Events of a job', 'Each has `jobId`, the job. Its topic is `job.<jobId>.` and the rest of its type.'),
    ...JobEventSchema.options.map((option) => event(option.entries.type.literal, option)),
    section('Events of the broker', 'They belong to no job. The topic is the type.'),
    ...BrokerEventSchema.options.map((option) => event(option.entries.type.literal, option)),
    section('Facts', 'What a turn has reported, in `job.progressed`. `kind` says which it is.'),
    ...FactSchema.options.map((option) => fact(option.entries.kind.literal, option)),
    section('Types'),
    ...Object.entries(OBJECTS).map(([name, schema]) => subsection(name, fields(schema))),
    ...Object.entries(WORDS).map(([name, [, words]]) => subsection(name, `${words.map(code).join(', ')}.`)),
    section('Limits', LIMITS),
  ].join('\n');
}

const LIMITS = [
  `An event has at most ${bytes(MAX_MESSAGE_BYTES)} on the bus: longer texts and lists are cut there, with a mark. What was said is whole in the job's log, and the answer in its record.`,
  `For a reader that does not keep up, ${count(MAX_QUEUED_MESSAGES)} events wait in the broker, and as many in the reader. It misses those after them.`,
  `A broker remembers its last ${count(MAX_RECENT_EVENTS)} events, or fewer when they have more than ${bytes(MAX_RECENT_BYTES)} together.`,
].join('\n');

function event(type: keyof typeof EVENT_EXAMPLES, schema: ObjectSchema): string {
  const shown = v.parse(BusEventSchema, EVENT_EXAMPLES[type]);
  return subsection(code(type), v.getDescription(schema), fields(schema, ['type', 'jobId']), example(shown));
}

function fact(kind: keyof typeof FACT_EXAMPLES, schema: ObjectSchema): string {
  const shown = v.parse(FactSchema, FACT_EXAMPLES[kind]);
  return subsection(code(kind), v.getDescription(schema), fields(schema, ['kind']), example(shown));
}

/** A table of the fields, without those that are told of elsewhere; nothing when there are none. */
function fields({ entries }: ObjectSchema, without: readonly string[] = []): string {
  const rows = Object.entries(entries)
    .filter(([key]) => !without.includes(key))
    .map(([key, schema]) => [
      `${code(key)}${isOptional(schema) ? ' (may be absent)' : ''}`,
      linked(namedText(schema, nameOf)),
      v.getDescription(schema) ?? '',
    ]);
  if (rows.length === 0) return '';
  return [['field', 'type', ''], ['---', '---', '---'], ...rows].map(line).join('\n');
}

function nameOf(schema: v.GenericSchema): string | undefined {
  return NAMES.get(schema);
}

/** The type, with a way to the section of what it names. */
function linked(type: string): string {
  const [, name = ''] = /^(\w+)(?:\[\])?(?: \| null)?$/u.exec(type) ?? [];
  const isNamed = [...NAMES.values()].includes(name);
  return isNamed ? `[${code(type)}](#${ANCHORS[name] ?? name.toLowerCase()})` : code(type);
}

const ANCHORS: Readonly<Record<string, string>> = { Fact: 'facts', Event: 'events-of-a-job' };

function example(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``;
}

function section(title: string, ...parts: ReadonlyArray<string | undefined>): string {
  return [`## ${title}`, ...parts.filter(Boolean)].map((part) => `${part}\n`).join('\n');
}

function subsection(title: string, ...parts: ReadonlyArray<string | undefined>): string {
  return [`### ${title}`, ...parts.filter(Boolean)].map((part) => `${part}\n`).join('\n');
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function bytes(number: number): string {
  return number >= 1_048_576 ? `${number / 1_048_576} MiB` : `${number / 1_024} KiB`;
}
