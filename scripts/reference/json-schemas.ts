import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { CONTROL_METHODS } from '../../src/contract/control.ts';
import { EventLineSchema } from '../../src/contract/event-line.ts';
import { FactSchema } from '../../src/contract/fact.ts';
import { ReasonSchema } from '../../src/contract/fault.ts';
import {
  InterruptionSchema,
  JobRecordSchema,
  JobRequestSchema,
  OpenItemSchema,
  OwnerSchema,
  QuestionSchema,
  ResolvedSchema,
  TransitionSchema,
  WorkSchema,
} from '../../src/contract/job.ts';
import { JobViewSchema } from '../../src/contract/job-view.ts';
import { ProcessIdentitySchema } from '../../src/contract/process-identity.ts';
import { RateLimitSchema } from '../../src/contract/rate-limit.ts';
import { UsageSchema } from '../../src/contract/usage.ts';

/** JSON Schema of a line of `events --json`. */
export function eventJsonSchema(): string {
  return text('A line of "codex-companion events --json"', EventLineSchema, { Fact: FactSchema });
}

/** JSON Schema of the job in `status JOB --json`. */
export function jobJsonSchema(): string {
  return text('The job in "codex-companion status JOB --json"', JobViewSchema, {
    Question: QuestionSchema,
    Reason: ReasonSchema,
    Resolved: ResolvedSchema,
    Usage: UsageSchema,
  });
}

/** JSON Schemas of what the control socket is asked and answers: for each method its `params` and its `result`. */
export function controlJsonSchema(): string {
  const $defs: Record<string, unknown> = {};
  const answers = (schema: v.GenericSchema) => {
    const { $schema: _draft, $defs: used, ...rest } = toJsonSchema(schema, { ...OPTIONS, definitions: OF_ANSWERS });
    Object.assign($defs, used);
    return rest;
  };
  const questions = (schema: v.GenericSchema) => {
    const { $schema: _draft, ...rest } = toJsonSchema(schema, { ...OPTIONS, typeMode: 'input' });
    return rest;
  };
  const properties = Object.fromEntries(
    Object.entries(CONTROL_METHODS).map(([method, { params, result }]) => [
      method,
      { properties: { params: questions(params), result: answers(result) } },
    ]),
  );
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  return `${JSON.stringify({ $schema, title: 'What the control socket is asked, and answers', properties, $defs }, null, 2)}\n`;
}

const OF_ANSWERS = {
  Interruption: InterruptionSchema,
  Job: JobRecordSchema,
  OpenItem: OpenItemSchema,
  Owner: OwnerSchema,
  ProcessIdentity: ProcessIdentitySchema,
  Question: QuestionSchema,
  RateLimit: RateLimitSchema,
  Reason: ReasonSchema,
  Request: JobRequestSchema,
  Resolved: ResolvedSchema,
  Transition: TransitionSchema,
  Usage: UsageSchema,
  Work: WorkSchema,
};

function text(title: string, schema: v.GenericSchema, definitions: Record<string, v.GenericSchema>): string {
  const { $schema, ...rest } = toJsonSchema(schema, { ...OPTIONS, definitions });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

const OPTIONS: ConversionConfig = {
  target: 'draft-2020-12',
  typeMode: 'output',
  // What a schema of JSON cannot say: that a moment is one, and that a number is no infinity, which JSON does not have.
  ignoreActions: ['check', 'finite'],
  // An object of JSON with whatever in it.
  overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'custom' ? { type: 'object' } : undefined),
  // Its patterns are Unicode ones anyway.
  overrideAction: ({ valibotAction, jsonSchema }) =>
    isRegex(valibotAction) ? { ...jsonSchema, pattern: valibotAction.requirement.source } : undefined,
};

function isRegex(action: { readonly type: string }): action is v.RegexAction<string, undefined> {
  return action.type === 'regex';
}
