import { statSync } from 'node:fs';
import { isJobId } from '../contract/ids.ts';
import { type ActiveJob, type FinishedJob, isFinished, type JobRecord } from '../contract/job.ts';
import { syncDirectory } from '../util/directory-entry.ts';
import { checkPrivateDirectory, ensurePrivateDirectory } from '../util/private-directory.ts';
import { within } from '../util/within.ts';
import { ActiveJobs } from './active-jobs.ts';
import { findId } from './find-id.ts';
import { FinishedJobs, type FinishedListing, type FinishedSelection } from './finished-jobs.ts';
import type { FinishedEntry } from './finished-name.ts';
import { Quarantine } from './quarantine.ts';
import type { Damage } from './record-file.ts';
import { RecordReader } from './record-reader.ts';
import { removeTemporaries } from './temporaries.ts';

/** What {@link JobStore.write} throws for a job that has ended: terminal is final. */
export class AlreadyFinished extends Error {
  override readonly name = 'AlreadyFinished';
  readonly finished: FinishedJob;

  constructor(finished: FinishedJob) {
    super(`Cannot change ${finished.id}: it is "${finished.status}" since ${finished.completedAt}`);
    this.finished = finished;
  }
}

export type Lookup =
  | { readonly kind: 'found'; readonly job: JobRecord }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** Which finished jobs come along with the active ones. */
export interface ListOptions {
  /** So many, newest first; all without it. */
  readonly finishedLimit?: number;
  /** As many of this session, too, however far back they are. */
  readonly sessionId?: string | null;
}

/** So many of the newest finished records are looked at by {@link JobStore.quarantine}. */
export const QUARANTINE_LOOKS_AT = 64;

const PARTS = ['active', 'finished', 'quarantine', 'logs'] as const;

/** The directories of a store, its own first. Each has to be private to this user. */
export function storeDirectories(directory: string): string[] {
  return [directory, ...PARTS.map((part) => within(directory, part))];
}

/**
 * The jobs of one workspace, one file each: `active/<id>.json`, and once ended
 * `finished/<completed>.<session>.<tokens>.<id>.json`. Anybody may read; a job is written only by the holder of the lock of
 * its broker key. Between the two steps of finishing a job it has a file in both: then `finished` counts.
 *
 * Every read looks at `active` first and at `finished` after it, so that a job which is moved in between
 * is found.
 */
export class JobStore {
  readonly directory: string;
  readonly #records = new RecordReader();
  readonly #active: ActiveJobs;
  readonly #finished: FinishedJobs;
  readonly #quarantine: Quarantine;

  private constructor(directory: string) {
    this.directory = directory;
    this.#active = new ActiveJobs(this.#place('active'), this.#records);
    this.#finished = new FinishedJobs(this.#place('finished'), this.#records);
    this.#quarantine = new Quarantine(this.#place('quarantine'), this.#records);
  }

  /**
   * Creates nothing: reading a workspace without jobs leaves no trace.
   * @throws Error when the directory is there and is not private to this user.
   */
  static open(directory: string): JobStore {
    for (const part of storeDirectories(directory)) checkPrivateDirectory(part);
    return new JobStore(directory);
  }

  /**
   * Replaces the job's record. `durable` also survives a power cut; an end is always durable.
   * @throws AlreadyFinished when the job has ended, whatever is to be written.
   * @throws Error naming file and cause when it cannot be written; the old record is intact.
   */
  write(job: JobRecord, options: { readonly durable: boolean }): void {
    checkedId(job.id);
    const ended = this.#finished.now().endOf(job.id);
    if (ended !== null) throw new AlreadyFinished(ended);
    this.#makePlaces();
    if (isFinished(job)) {
      this.#finished.write(job);
      this.#active.remove(job.id);
    } else {
      this.#active.write(job, options.durable);
    }
  }

  read(id: string): JobRecord | null {
    if (!isJobId(id)) return null;
    const active = this.#active.read(id);
    return this.#finished.now().endOf(id) ?? active;
  }

  /** Whether the record of a job that has not ended is missing or damaged, whatever stands in for it. */
  isHarmed(id: string): boolean {
    return !this.#active.isSound(id) && this.#finished.now().endOf(id) === null;
  }

  listActive(): ActiveJob[] {
    return this.#readActive().active;
  }

  /** Newest first; no more files are opened than jobs are taken. */
  newestFinished(selection: FinishedSelection = {}): Iterable<FinishedJob> {
    return this.#finished.now().newest(selection);
  }

  /** The first `limit` of {@link newestFinished}. */
  listFinished({ limit, ...selection }: FinishedSelection & { readonly limit?: number } = {}): FinishedJob[] {
    return first(this.newestFinished(selection), limit);
  }

  /** Of every job that has a file, whatever is in it. */
  ids(): Set<string> {
    return new Set([...this.#active.ids(), ...Array.from(this.#finished.now().entries(), ({ id }) => id)]);
  }

  /** The same, and those whose record was set aside. */
  idsOnDisk(): Set<string> {
    return new Set([...this.ids(), ...this.#quarantine.ids()]);
  }

  /** The active jobs and the newest finished ones, in no particular order. */
  list({ finishedLimit, sessionId }: ListOptions = {}): JobRecord[] {
    const { active, ended, finished } = this.#readActive();
    const ofSession = typeof sessionId === 'string' ? first(finished.newest({ sessionId }), finishedLimit) : [];
    const jobs = [...active, ...ended, ...ofSession, ...first(finished.newest(), finishedLimit)];
    return [...new Map(jobs.map((job) => [job.id, job])).values()];
  }

  /** The job whose id is `text`, else the only one whose id, or the random part of it, begins or ends with it. */
  findByPrefix(text: string): Lookup {
    const exact = this.read(text);
    if (exact !== null) return { kind: 'found', job: exact };
    const match = findId(this.ids(), text);
    if (match.kind !== 'one') return match;
    const job = this.read(match.id);
    return job === null ? { kind: 'none' } : { kind: 'found', job };
  }

  /** Another one whenever a record was written or removed: to see whether it is worth reading them again. */
  get stamp(): string {
    const folders = (['active', 'finished'] as const).map((part) =>
      statSync(this.#place(part), { throwIfNoEntry: false, bigint: true }),
    );
    return folders.map((folder) => folder?.mtimeNs ?? 'none').join(' ');
  }

  /** What could not be read so far. The files are where they were. */
  get damaged(): readonly Damage[] {
    return this.#records.damaged;
  }

  /** What was set aside by {@link quarantine}, whoever called it. */
  get quarantined(): readonly Damage[] {
    return this.#quarantine.damages;
  }

  /** Where the records of the active jobs are. */
  get activeDirectory(): string {
    return this.#place('active');
  }

  get logDirectory(): string {
    return this.#place('logs');
  }

  /** Absolute path of the log of a job. */
  logFile(id: string): string {
    return within(this.logDirectory, `${checkedId(id)}.log`);
  }

  /** Of the files of ended jobs, the oldest first, and whatever else lies there. */
  finishedNames(): readonly string[] {
    return this.#finished.now().names;
  }

  /** Newest first, from the names of the files. */
  finishedEntries(): Iterable<FinishedEntry> {
    return this.#finished.now().entries();
  }

  /**
   * Those of `entries` that may be removed: what is damaged, of a newer version or in two places is evidence, and stays.
   * Each is looked at when it is taken.
   */
  *removable(entries: readonly FinishedEntry[]): Generator<FinishedEntry> {
    const active = new Set(this.#active.ids());
    const twice = repeated(Array.from(this.finishedEntries(), ({ id }) => id));
    for (const entry of entries) {
      if (!active.has(entry.id) && !twice.has(entry.id) && this.#finished.open(entry) !== null) yield entry;
    }
  }

  /** The record of a job that has ended; nothing else of it. @throws the system's error; then it is still there. */
  removeFinished({ name }: FinishedEntry): void {
    this.#finished.remove(name);
  }

  /**
   * Moves malformed records aside, of the active jobs and of the newest finished ones; one of a newer version stays.
   * An older one that is damaged stays where it is, and is told of by whoever reads it. For the holder of a lock only.
   * @returns what was moved, with the path it has now.
   */
  quarantine(): Damage[] {
    const active = this.#active.ids().flatMap((id) => {
      const moved = this.#quarantine.setAsideIfMalformed(this.#active.fileOf(id), id);
      if (moved.length > 0) this.#active.restore(id);
      return moved;
    });
    const newest = first(this.#finished.now().entries(), QUARANTINE_LOOKS_AT);
    const finished = newest.flatMap(({ id, name }) =>
      this.#quarantine.setAsideIfMalformed(this.#finished.fileOf(name), id),
    );
    return [...active, ...finished];
  }

  /**
   * Removes what killed writers left: temporary files whose writer is gone, and the active file of a job
   * that has a finished one. For the holder of a lock only.
   */
  sweepTemporaries(): void {
    for (const part of ['active', 'finished'] as const) removeTemporaries(this.#place(part));
    removeTemporaries(this.directory);
    for (const id of this.#finished.now().endsOf(new Set(this.#active.ids())).keys()) this.#active.remove(id);
  }

  /** `ended` are the jobs that have a file among the active ones and are not: they have ended meanwhile. */
  #readActive(): { active: ActiveJob[]; ended: FinishedJob[]; finished: FinishedListing } {
    const ids = this.#active.ids();
    const records = ids.flatMap((id) => this.#active.read(id) ?? []);
    const finished = this.#finished.now();
    const ends = finished.endsOf(new Set(ids));
    const active = records.filter((job) => !isFinished(job)).filter(({ id }) => !ends.has(id));
    return { active, ended: [...records.filter(isFinished), ...ends.values()], finished };
  }

  /** What is synced in one of them is lost all the same while the names of all of them are not. */
  #makePlaces(): void {
    ensurePrivateDirectory(this.directory, { durable: true });
    const made = PARTS.filter((part) => ensurePrivateDirectory(this.#place(part)));
    if (made.length > 0) syncDirectory(this.directory);
  }

  #place(part: (typeof PARTS)[number]): string {
    return within(this.directory, part);
  }
}

function first<T>(items: Iterable<T>, limit = Number.POSITIVE_INFINITY): T[] {
  const taken: T[] = [];
  if (limit <= 0) return taken;
  for (const item of items) {
    taken.push(item);
    if (taken.length >= limit) break;
  }
  return taken;
}

function repeated(ids: readonly string[]): Set<string> {
  const once = new Set<string>();
  return new Set(ids.filter((id) => once.has(id) || !once.add(id)));
}

/** Only an id is a name of a file here: anything else could lead out of the directory. */
function checkedId(id: string): string {
  if (!isJobId(id)) throw new Error(`Cannot use "${id}" as the name of a file: it is not a job id`);
  return id;
}
