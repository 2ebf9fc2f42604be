import * as v from 'valibot';

const Ms = v.pipe(v.number(), v.minValue(0));
const text = v.exactOptional(v.string());
const Json = v.record(v.string(), v.unknown());
const optionalStrings = v.exactOptional(v.array(v.string()));

/** What every step may carry besides its own fields. */
const common = {
  /** Wait before the answer (after `response.created`, where the step sends that). */
  delayMs: v.exactOptional(Ms),
  /** The first so many requests get this step, later ones `after` (or a plain "recovered" answer). */
  times: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  after: v.exactOptional(v.unknown()),
  text,
  /** `text` is repeated so often. */
  repeat: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** A message item before the step's own. */
  say: text,
  sayPhase: text,
  phase: text,
  usage: v.exactOptional(Json),
  endTurn: v.exactOptional(v.boolean()),
  headers: v.exactOptional(v.record(v.string(), v.string())),
};

const Call = v.strictObject({ name: v.string(), args: v.exactOptional(Json), namespace: text });

const OneStepSchema = v.variant('do', [
  v.strictObject({ do: v.literal('final'), ...common }),
  v.strictObject({ do: v.literal('stream'), ...common, seconds: v.exactOptional(Ms), everyMs: v.exactOptional(Ms) }),
  v.strictObject({ do: v.literal('reason'), ...common, summary: optionalStrings }),
  v.strictObject({
    do: v.literal('exec'),
    ...common,
    cmd: v.exactOptional(v.union([v.string(), v.array(v.string())])),
    args: v.exactOptional(Json),
  }),
  v.strictObject({ do: v.literal('patch'), ...common, file: text, content: text, patch: text }),
  v.strictObject({
    do: v.literal('call'),
    ...common,
    name: text,
    args: v.exactOptional(Json),
    namespace: text,
    calls: v.exactOptional(v.array(Call)),
  }),
  v.strictObject({ do: v.literal('custom'), ...common, name: v.string(), input: text, namespace: text }),
  v.strictObject({
    do: v.literal('http'),
    ...common,
    status: v.exactOptional(v.number()),
    body: v.exactOptional(v.unknown()),
  }),
  v.strictObject({
    do: v.literal('disconnect'),
    ...common,
    when: v.exactOptional(v.picklist(['start', 'created', 'mid'])),
    seconds: v.exactOptional(Ms),
    everyMs: v.exactOptional(Ms),
  }),
  v.strictObject({ do: v.literal('failed'), ...common, code: text, message: text }),
  v.strictObject({ do: v.literal('incomplete'), ...common, reason: text }),
  v.strictObject({
    do: v.literal('raw'),
    ...common,
    events: v.array(v.looseObject({ type: v.string(), waitMs: v.exactOptional(Ms) })),
  }),
  v.strictObject({
    do: v.literal('hang'),
    ...common,
    when: v.exactOptional(v.picklist(['start', 'headers', 'created'])),
  }),
  v.strictObject({ do: v.literal('review'), ...common, findings: v.exactOptional(v.array(v.unknown())) }),
]);

/** One answer of the model. */
export type Step = v.InferOutput<typeof OneStepSchema> & { readonly after?: Step };
export type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>;

const Recursion = v.object({ after: v.exactOptional(v.lazy(() => StepSchema)) });
export const StepSchema: v.GenericSchema<unknown, Step> = v.intersect([OneStepSchema, Recursion]);

/** Step i answers the request that carries i tool outputs after the prompt; the last one repeats. */
export const ScriptSchema = v.strictObject({ steps: v.pipe(v.array(StepSchema), v.minLength(1)) });
export type Script = v.InferOutput<typeof ScriptSchema>;

/** A prompt that makes the stub play these steps. */
export function stubPrompt(...steps: Step[]): string {
  return `STUB${JSON.stringify({ steps })}`;
}
