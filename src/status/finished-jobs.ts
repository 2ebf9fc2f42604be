import { type FinishedJob, isFinished } from '../contract/job.ts';
import { removeFile } from '../util/directory-entry.ts';
import { within } from '../util/within.ts';
import { DirectoryNames } from './directory-names.ts';
import { type FinishedEntry, finishedName, parseFinishedName, sessionTagOf } from './finished-name.ts';
import type { RecordReader } from './record-reader.ts';
import { writeRecord } from './write-record.ts';

/** Which finished jobs are meant: all without it. */
export interface FinishedSelection {
  /** Only the jobs of this session. */
  readonly sessionId?: string;
  readonly except?: ReadonlySet<string>;
}

/** The files `finished/<completed>.<session>.<tokens>.<job>.json`. */
export class FinishedJobs {
  readonly #directory: string;
  readonly #records: RecordReader;
  readonly #names: DirectoryNames;

  constructor(directory: string, records: RecordReader) {
    this.#directory = directory;
    this.#records = records;
    this.#names = new DirectoryNames(directory);
  }

  /** Those that are there at this moment. */
  now(): FinishedListing {
    return new FinishedListing(this.#names.sorted(), (entry) => this.open(entry));
  }

  open({ name, id }: FinishedEntry): FinishedJob | null {
    const job = this.#records.read(this.fileOf(name), id);
    return job !== null && isFinished(job) ? job : null;
  }

  fileOf(name: string): string {
    return within(this.#directory, name);
  }

  /** @throws the system's error; then it is still there. */
  remove(name: string): void {
    removeFile(this.fileOf(name));
  }

  write(job: FinishedJob): void {
    writeRecord(this.fileOf(finishedName(job)), job, true);
  }
}

/**
 * The finished jobs of one moment. There may be any number of them: what is asked of many is answered from their
 * names, and no more of them are opened than are taken.
 */
export class FinishedListing {
  /** Sorted: the oldest first. */
  readonly names: readonly string[];
  readonly #open: (entry: FinishedEntry) => FinishedJob | null;

  constructor(names: readonly string[], open: (entry: FinishedEntry) => FinishedJob | null) {
    this.names = names;
    this.#open = open;
  }

  /** Newest first, whatever is in the files. */
  *entries(): Generator<FinishedEntry> {
    for (let at = this.names.length - 1; at >= 0; at -= 1) {
      const entry = parseFinishedName(this.names[at] ?? '');
      if (entry !== null) yield entry;
    }
  }

  /** Newest first; each is opened when it is taken. */
  *newest({ sessionId, except }: FinishedSelection = {}): Generator<FinishedJob> {
    const tag = sessionId === undefined ? null : sessionTagOf(sessionId);
    const taken = new Set<string>();
    for (const entry of this.entries()) {
      const { id, sessionTag } = entry;
      if (taken.has(id) || except?.has(id) === true) continue;
      if (tag !== null && sessionTag !== null && sessionTag !== tag) continue;
      const job = this.#open(entry);
      if (job === null || (sessionId !== undefined && job.sessionId !== sessionId)) continue;
      taken.add(id);
      yield job;
    }
  }

  endOf(id: string): FinishedJob | null {
    return this.endsOf(new Set([id])).get(id) ?? null;
  }

  /** Of those of `ids` that have ended. Should there be two ends of a job, the first of them counts. */
  endsOf(ids: ReadonlySet<string>): Map<string, FinishedJob> {
    const ends = new Map<string, FinishedJob>();
    for (const name of ids.size === 0 ? [] : this.names) {
      const id = idIn(name);
      if (!ids.has(id) || ends.has(id)) continue;
      const entry = parseFinishedName(name);
      const job = entry === null ? null : this.#open(entry);
      if (job !== null) ends.set(id, job);
    }
    return ends;
  }
}

/** The last part of the name of a record: cheaper than all that the name says. */
function idIn(name: string): string {
  const end = name.length - '.json'.length;
  return name.slice(name.lastIndexOf('.', end - 1) + 1, end);
}
