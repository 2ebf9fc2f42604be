import * as v from 'valibot';
import { FiniteNumberSchema } from './finite-number.ts';
import { InstantSchema } from './instant.ts';

const Labels = v.record(v.string(), v.string());

/** `buckets` count what is at most `le`, each with all smaller ones; `count` has everything. */
export const HistogramSampleSchema = v.object({
  labels: Labels,
  count: v.number(),
  sum: FiniteNumberSchema,
  buckets: v.array(v.object({ le: v.number(), count: v.number() })),
});
export type HistogramSample = v.InferOutput<typeof HistogramSampleSchema>;

export const SampleSchema = v.object({ labels: Labels, value: FiniteNumberSchema });
export type Sample = v.InferOutput<typeof SampleSchema>;

const meaning = v.string();
const unit = v.nullable(v.string());

/** All series of one metric. A counter only grows, a gauge is what is so this moment. */
export const FamilySchema = v.variant('type', [
  v.object({ type: v.picklist(['counter', 'gauge']), unit, meaning, samples: v.array(SampleSchema) }),
  v.object({ type: v.literal('histogram'), unit, meaning, samples: v.array(HistogramSampleSchema) }),
]);
export type Family = v.InferOutput<typeof FamilySchema>;

/** What a broker has counted and measured in its life, which began at `since`; by name, in the words of Prometheus. */
export const MetricsSchema = v.object({ since: InstantSchema, families: v.record(v.string(), FamilySchema) });
export type Metrics = v.InferOutput<typeof MetricsSchema>;
