import type { JobRecord } from '../contract/job.ts';
import { isThere } from '../util/is-there.ts';
import { type Damage, readRecord } from './record-file.ts';

/** Reads records, and remembers of each file what was wrong with it when it was last read. */
export class RecordReader {
  readonly #damage = new Map<string, Damage>();

  /** The record of job `id`, or null: then it is not there, or it is among the {@link damaged}. */
  read(file: string, id: string): JobRecord | null {
    const reading = readRecord(file, id);
    if (reading.ok || reading.damage === null) this.#damage.delete(file);
    else this.#damage.set(file, reading.damage);
    return reading.ok ? reading.job : null;
  }

  /** What could not be read so far, and is still there. */
  get damaged(): readonly Damage[] {
    return [...this.#damage.values()].filter(({ file }) => isThere(file));
  }

  /** What is wrong with a file that was read. */
  damageOf(file: string): Damage | undefined {
    return this.#damage.get(file);
  }

  forget(file: string): void {
    this.#damage.delete(file);
  }
}
