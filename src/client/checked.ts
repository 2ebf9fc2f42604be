import * as v from 'valibot';
import { DurationSchema } from '../contract/job.ts';
import { ClientError } from './client-error.ts';

/**
 * What a program has given, as `schema` has it: not every program is typed.
 * @throws ClientError (`invalid_request`): what could not be done (`action`), with which part, and why.
 */
export function checked<S extends v.GenericSchema>(schema: S, given: unknown, action: string): v.InferOutput<S> {
  const parsed = v.safeParse(schema, given);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  const where = path === null ? '' : `"${path}": `;
  throw new ClientError('invalid_request', `Cannot ${action}: ${where}${messageOf(issue)}`);
}

function messageOf({ type, expected, message }: v.BaseIssue<unknown>): string {
  return type === 'strict_object' && expected === 'never' ? 'there is no such option' : message;
}

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const signal = v.optional(v.instance(AbortSignal));

// Strict, all of them: a deadline that is passed over for a wrong letter is none.

export const ConnectSchema = v.strictObject({
  cwd: v.optional(v.string()),
  env: v.optional(v.record(v.string(), v.optional(v.string()))),
  start: v.optional(v.boolean(), true),
  onWarning: v.optional(v.custom<(sentence: string) => void>((given) => typeof given === 'function')),
});

export const WaitSchema = v.strictObject({ signal, timeoutMs: v.optional(DurationSchema) });

export const FollowSchema = v.strictObject({ signal });

export const SubscribeSchema = v.strictObject({
  signal,
  topics: v.optional(v.array(v.string()), []),
  since: v.optional(v.union([CountSchema, v.object({ brokerId: v.string(), seq: CountSchema })])),
});

export const AnswerSchema = v.object({ questionId: v.string(), decision: v.picklist(['accept', 'decline']) });

export const JobsSchema = v.strictObject({ finished: v.optional(v.union([CountSchema, v.literal('all')])) });
