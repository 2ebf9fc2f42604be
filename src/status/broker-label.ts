import * as v from 'valibot';
import { ProcessIdentitySchema } from '../contract/process-identity.ts';
import { readRegularFile } from '../util/regular-file.ts';

const MAX_LABEL_BYTES = 65_536;

/**
 * What a broker leaves beside its lock: who it is and where it listens (`broker.json`). Clients read it
 * to connect; whoever cleans up after a killed broker finds the tag of its processes in it.
 */
export const BrokerLabelSchema = v.object({
  process: ProcessIdentitySchema,
  brokerId: v.string(),
  version: v.string(),
  startedAt: v.string(),
  endpoint: v.string(),
  events: v.string(),
  /** What the broker says in its hello, too, where others could take its address: nobody else can. */
  proof: v.optional(v.string()),
  runTag: v.string(),
  codexPath: v.string(),
  codexHome: v.string(),
});
export type BrokerLabel = v.InferOutput<typeof BrokerLabelSchema>;

/** The environment variable that marks the app-server and every process below it; its value is the run's tag. */
export const RUN_TAG_VARIABLE = 'CODEX_COMPANION_RUN';

/** Null when there is none, or none that can be read: a label proves nothing, the lock does. */
export function readBrokerLabel(file: string): BrokerLabel | null {
  try {
    const parsed = v.safeParse(BrokerLabelSchema, JSON.parse(readRegularFile(file, MAX_LABEL_BYTES)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
