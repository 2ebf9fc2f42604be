import { linkSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isJobId } from '../contract/ids.ts';
import { type ActiveJob, type FinishedJob, isFinished, type JobRecord } from '../contract/job.ts';
import { isTemporary, syncDirectory, writeFileAtomic } from '../util/atomic-file.ts';
import { checkPrivateDirectory, ensurePrivateDirectory } from '../util/private-directory.ts';
import { isRunning } from './liveness.ts';
import { type Damage, readRecord } from './record-file.ts';
import { errorCode, isMissing, writeError } from './system-error.ts';

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

const PARTS = ['active', 'finished', 'quarantine', 'logs'] as const;

// <completedAt, base 36 ms>.<id>.json: names sort by completion.
const FINISHED = /^([0-9a-z]{9})\.([^.]+)\.json$/u;
// What writeFileAtomic leaves when it is killed: <file>.<pid>-<counter>.tmp
const WRITER = /\.(\d+)-\d+\.tmp$/u;

interface Entry {
  readonly name: string;
  readonly id: string;
}

/**
 * The jobs of one workspace, one file each: `active/<id>.json`, and once ended
 * `finished/<completed>.<id>.json`. Anybody may read; a job is written only by the holder of the lock of
 * its broker key. Between the two steps of finishing a job it has a file in both: then `finished` counts.
 *
 * Every read looks at `active` first and at `finished` after it, so that a job which is moved in between
 * is found.
 */
export class JobStore {
  readonly #directory: string;
  readonly #damage = new Map<string, Damage>();

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /**
   * Creates nothing: reading a workspace without jobs leaves no trace.
   * @throws Error when the directory is there and is not private to this user.
   */
  static open(directory: string): JobStore {
    for (const part of ['', ...PARTS]) checkPrivateDirectory(path.join(directory, part));
    return new JobStore(directory);
  }

  /**
   * Replaces the job's record. `durable` also survives a power cut; an end is always durable.
   * @throws AlreadyFinished when the job has ended, whatever is to be written.
   * @throws Error naming file and cause when it cannot be written; the old record is intact.
   */
  write(job: JobRecord, options: { readonly durable: boolean }): void {
    const ended = this.#readFinished(job.id);
    if (ended !== null) throw new AlreadyFinished(ended);
    for (const part of ['', ...PARTS]) ensurePrivateDirectory(path.join(this.#directory, part));
    const active = this.#activeFile(job.id);
    if (isFinished(job)) {
      persist(path.join(this.#place('finished'), finishedName(job)), job, true);
      removeQuietly(active);
    } else {
      persist(active, job, options.durable);
    }
  }

  read(id: string): JobRecord | null {
    if (!isJobId(id)) return null;
    const active = this.#take(this.#activeFile(id), id);
    return this.#readFinished(id) ?? active;
  }

  listActive(): ActiveJob[] {
    return this.#activeAndFinished().active;
  }

  /** Newest first, without those in `except`; only the first `limit` files are opened. */
  listFinished(options: { readonly limit?: number; readonly except?: ReadonlySet<string> } = {}): FinishedJob[] {
    const entries = this.#finishedEntries().filter(({ id }) => options.except?.has(id) !== true);
    return this.#readAll(entries, options.limit);
  }

  /** Of every job that has a file, whatever is in it. */
  ids(): Set<string> {
    return new Set([...this.#activeEntries(), ...this.#finishedEntries()].map((entry) => entry.id));
  }

  /** The active jobs and the newest `finishedLimit` finished ones, in no particular order. */
  list(options: { readonly finishedLimit?: number } = {}): JobRecord[] {
    const { active, elsewhere, finished } = this.#activeAndFinished();
    const newest = this.#readAll(finished, options.finishedLimit);
    const listed = new Set(newest.map((job) => job.id));
    const moved = elsewhere.filter((id) => !listed.has(id)).flatMap((id) => this.read(id) ?? []);
    return [...active, ...moved, ...newest];
  }

  /** The job whose id is `text`, else the only one whose id, or the random part of it, begins or ends with it. */
  findByPrefix(text: string): Lookup {
    const exact = this.read(text);
    if (exact !== null) return { kind: 'found', job: exact };
    if (text === '') return { kind: 'none' };
    const matches = [...this.ids()].filter((id) => answersTo(id, text)).sort();
    const [only, ...others] = matches;
    if (only === undefined) return { kind: 'none' };
    if (others.length > 0) return { kind: 'ambiguous', ids: matches };
    const job = this.read(only);
    return job === null ? { kind: 'none' } : { kind: 'found', job };
  }

  /** What could not be read so far. The files are where they were. */
  get damaged(): readonly Damage[] {
    return [...this.#damage.values()].filter(({ file }) => isThere(file));
  }

  /** What was set aside by {@link quarantine}, whoever called it. */
  get quarantined(): readonly Damage[] {
    const directory = this.#place('quarantine');
    return namesIn(directory).flatMap((name) => {
      const reading = readRecord(path.join(directory, name), name.split('.').find(isJobId) ?? '');
      return reading.ok || reading.damage === null ? [] : [reading.damage];
    });
  }

  /** Absolute path of the log of a job. */
  logFile(id: string): string {
    return path.join(this.#place('logs'), `${asName(id)}.log`);
  }

  /**
   * Moves every malformed record aside; one of a newer version stays. For the holder of a lock only.
   * @returns what was moved, with the path it has now.
   */
  quarantine(): Damage[] {
    const files = [
      ...this.#activeEntries().map(({ name, id }) => ({ file: path.join(this.#place('active'), name), id })),
      ...this.#finishedEntries().map(({ name, id }) => ({ file: path.join(this.#place('finished'), name), id })),
    ];
    return files.flatMap(({ file, id }) => {
      const reading = readRecord(file, id);
      if (reading.ok || reading.damage?.kind !== 'malformed') return [];
      const moved = this.#setAside(file, id);
      return moved === null ? [] : [{ ...reading.damage, file: moved }];
    });
  }

  /**
   * Removes what killed writers left: temporary files whose writer is gone, and the active file of a job
   * that has a finished one. For the holder of a lock only.
   */
  sweepTemporaries(): void {
    for (const part of ['active', 'finished'] as const) {
      for (const name of namesIn(this.#place(part)).filter(isTemporary)) {
        const writer = WRITER.exec(name)?.[1];
        if (writer !== undefined && !isRunning(Number(writer))) this.#remove(part, name);
      }
    }
    const active = this.#activeEntries();
    for (const { name, id } of active) {
      if (this.#readFinished(id) !== null) this.#remove('active', name);
    }
  }

  #activeAndFinished(): { active: ActiveJob[]; elsewhere: string[]; finished: Entry[] } {
    const readings = this.#activeEntries().map(({ name, id }) => ({
      id,
      job: this.#take(path.join(this.#place('active'), name), id),
    }));
    const finished = this.#finishedEntries();
    const ended = new Set(finished.map((entry) => entry.id));
    const active = readings.flatMap(({ id, job }) =>
      job === null || isFinished(job) || (ended.has(id) && this.#readFinished(id) !== null) ? [] : [job],
    );
    const elsewhere = readings.filter(({ job }) => job === null || isFinished(job)).map(({ id }) => id);
    return { active, elsewhere, finished };
  }

  #readAll(entries: readonly Entry[], limit = Number.POSITIVE_INFINITY): FinishedJob[] {
    const jobs = new Map<string, FinishedJob>();
    for (const { name, id } of entries) {
      if (jobs.size >= limit) break;
      const job = this.#take(path.join(this.#place('finished'), name), id);
      if (job !== null && isFinished(job)) jobs.set(id, job);
    }
    return [...jobs.values()];
  }

  /** Should there be two ends of one job, the first of them counts. */
  #readFinished(id: string): FinishedJob | null {
    const names = namesIn(this.#place('finished')).filter((name) => name.endsWith(`.${id}.json`));
    const entries = names.sort().map((name) => ({ name, id }));
    return this.#readAll(entries, 1)[0] ?? null;
  }

  /** The record, or null; damage is remembered and forgotten with the state of the file. */
  #take(file: string, id: string): JobRecord | null {
    const reading = readRecord(file, id);
    if (reading.ok || reading.damage === null) this.#damage.delete(file);
    else this.#damage.set(file, reading.damage);
    return reading.ok ? reading.job : null;
  }

  #setAside(file: string, id: string): string | null {
    const target = unusedName(path.join(this.#place('quarantine'), path.basename(file)));
    ensurePrivateDirectory(this.#place('quarantine'));
    try {
      renameSync(file, target);
    } catch (error) {
      if (isMissing(error)) return null;
      throw writeError(target, error);
    }
    this.#damage.delete(file);
    // Another broker's holder may have replaced the damaged record just before it was moved.
    if (!readRecord(target, id).ok) return target;
    putBack(target, file);
    return null;
  }

  #activeEntries(): Entry[] {
    return namesIn(this.#place('active'))
      .map((name) => ({ name, id: path.basename(name, '.json') }))
      .filter(({ name, id }) => name.endsWith('.json') && isJobId(id));
  }

  /** Newest first. */
  #finishedEntries(): Entry[] {
    return namesIn(this.#place('finished'))
      .sort()
      .reverse()
      .flatMap((name) => {
        const id = FINISHED.exec(name)?.[2];
        return id !== undefined && isJobId(id) ? [{ name, id }] : [];
      });
  }

  #remove(part: (typeof PARTS)[number], name: string): void {
    removeQuietly(path.join(this.#place(part), name));
  }

  #activeFile(id: string): string {
    return path.join(this.#place('active'), `${asName(id)}.json`);
  }

  #place(part: (typeof PARTS)[number]): string {
    return path.join(this.#directory, part);
  }
}

function finishedName(job: FinishedJob): string {
  const completedAtMs = Math.max(0, Date.parse(job.completedAt));
  return `${completedAtMs.toString(36).padStart(9, '0')}.${asName(job.id)}.json`;
}

/** Only an id is a name of a file here: anything else could lead out of the directory. */
function asName(id: string): string {
  if (!isJobId(id)) throw new Error(`Cannot use "${id}" as the name of a file: it is not a job id`);
  return id;
}

function answersTo(id: string, text: string): boolean {
  const random = id.slice(id.lastIndexOf('-') + 1);
  return id.startsWith(text) || random.startsWith(text) || id.endsWith(text);
}

function persist(file: string, job: JobRecord, durable: boolean): void {
  try {
    writeFileAtomic(file, `${JSON.stringify(job)}\n`, durable);
  } catch (error) {
    throw writeError(file, error);
  }
}

/** What cannot be removed, a directory by that name say, does no harm: a leftover counts for nothing. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // See above.
  }
}

function putBack(from: string, to: string): void {
  try {
    linkSync(from, to);
    syncDirectory(path.dirname(to));
  } catch (error) {
    // A still newer one is in its place already.
    if (errorCode(error) !== 'EEXIST') throw writeError(to, error);
  }
  rmSync(from, { force: true });
}

function unusedName(file: string): string {
  for (let n = 0; ; n += 1) {
    const name = n === 0 ? file : `${file}.${n}`;
    if (!isThere(name)) return name;
  }
}

/** A link that leads nowhere is there, too. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
