import * as v from 'valibot';

const LOSSES = ['app_server_exited', 'app_server_unresponsive'] as const;

const PastSchema = v.object({
  /** How many app-servers were lost. */
  restarts: v.number(),
  /** The last of these losses that took jobs along: from when on it could have been known until the last end was recorded. */
  loss: v.nullable(v.object({ reason: v.picklist(LOSSES), detectedInMs: v.number() })),
});

/** What a broker is told of those before it, of which each lost its app-server and left its queue to the next. */
export type Past = v.InferOutput<typeof PastSchema>;

export const NO_PAST: Past = { restarts: 0, loss: null };

/** As `--past` says it. What cannot be read is no past: the jobs that wait are worth more than the figures. */
export function readPast(text: string): Past {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), PastSchema), text);
  return parsed.success ? parsed.output : NO_PAST;
}

/** The same for the next broker. `detectedInMs` is null when there was no job to end. */
export function pastAfter(past: Past, reason: string, detectedInMs: number | null): Past {
  const loss = LOSSES.find((known) => known === reason);
  if (loss === undefined) return past;
  return {
    restarts: past.restarts + 1,
    loss: detectedInMs === null ? past.loss : { reason: loss, detectedInMs },
  };
}
