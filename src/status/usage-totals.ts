import path from 'node:path';
import * as v from 'valibot';
import type { JobRecord } from '../contract/job.ts';
import { addUsage, NO_TOKENS, type Usage } from '../contract/usage.ts';
import { writeFileAtomic } from '../util/atomic-file.ts';
import { readRegularFile } from '../util/regular-file.ts';
import { type FinishedEntry, sessionTagOf } from './finished-name.ts';
import type { JobStore } from './store.ts';

/** What the jobs of a session have used, or those of everybody. */
export interface UsageTotals {
  /** How many jobs have told what they used. */
  readonly jobs: number;
  readonly usage: Usage;
}

/** When so many records had to be opened, what was found is written down for the next reader. */
export const REMEMBER_FROM = 32;

const MAX_MEMORY_BYTES = 64 * 1024 * 1024;

/** Of one finished job: the tag of its session, and what it used. */
interface Entry {
  readonly session: string;
  readonly usage: Usage | null;
}

const TOKENS = Object.keys(NO_TOKENS);

// Not a schema for each of a thousand entries: that takes longer than all else that `status` reads.
const MemorySchema = v.object({ version: v.literal(1), jobs: v.custom<Record<string, Entry>>(areEntries) });

/**
 * Sums up the stored jobs of a session, or of everybody (null). `active` are the active jobs among them.
 *
 * A finished record never changes, nor does its name: so what was read of one is kept in `tokens.json`, by that name,
 * and only those that ended since are opened. The file is a memory and no truth: whoever removes it loses nothing.
 */
export function usageTotals(store: JobStore, sessionId: string | null, active: readonly JobRecord[]): UsageTotals {
  const memory = new Memory(store);
  const ended = endedJobs(memory, sessionId === null ? null : sessionTagOf(sessionId));
  memory.save();
  const works = active.filter(({ id }) => !ended.has(id)).map(({ work }) => work);
  const told = [...ended.values(), ...works].flatMap(({ usage }) => usage ?? []);
  return { jobs: told.length, usage: told.reduce(addUsage, NO_TOKENS) };
}

/** By the job's id: should there be two ends of a job, one of them counts. */
function endedJobs(memory: Memory, tag: string | null): Map<string, Entry> {
  const ended = new Map<string, Entry>();
  const mayBeOurs = ({ sessionTag }: FinishedEntry) => tag === null || sessionTag === null || sessionTag === tag;
  for (const name of memory.names.filter(mayBeOurs)) {
    const entry = memory.read(name);
    if (entry !== null && (tag === null || entry.session === tag)) ended.set(name.id, entry);
  }
  return ended;
}

/** What is known of the finished records without opening them. */
class Memory {
  /** Those that are there. */
  readonly names: readonly FinishedEntry[];
  readonly #store: JobStore;
  readonly #file: string;
  readonly #known: Map<string, Entry>;
  #opened = 0;

  constructor(store: JobStore) {
    this.#store = store;
    this.#file = path.join(store.directory, 'tokens.json');
    this.#known = recall(this.#file);
    this.names = [...store.finishedEntries()];
  }

  /** Null for one that cannot be read. */
  read(name: FinishedEntry): Entry | null {
    const known = this.#known.get(name.name);
    if (known !== undefined) return known;
    const job = this.#store.openFinished(name);
    if (job === null) return null;
    const entry = { session: sessionTagOf(job.sessionId), usage: job.work.usage };
    this.#known.set(name.name, entry);
    this.#opened += 1;
    return entry;
  }

  save(): void {
    if (this.#opened < REMEMBER_FROM) return;
    const jobs = this.names.flatMap(({ name }) => {
      const entry = this.#known.get(name);
      return entry === undefined ? [] : [[name, entry] as const];
    });
    try {
      writeFileAtomic(this.#file, JSON.stringify({ version: 1, jobs: Object.fromEntries(jobs) }), false);
    } catch {
      // A reader that cannot write has read all the same.
    }
  }
}

function areEntries(jobs: unknown): boolean {
  return isObject(jobs) && Object.values(jobs).every(isEntry);
}

function isEntry(value: unknown): boolean {
  if (!isObject(value) || typeof value['session'] !== 'string') return false;
  const { usage } = value;
  return usage === null || (isObject(usage) && TOKENS.every((name) => Number.isFinite(usage[name])));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function recall(file: string): Map<string, Entry> {
  try {
    const { jobs } = v.parse(MemorySchema, JSON.parse(readRegularFile(file, MAX_MEMORY_BYTES)));
    return new Map(Object.entries(jobs));
  } catch {
    // None is there yet, or it is of no use: then the records are read.
    return new Map();
  }
}
