import { FAULTS, type FaultName } from './faults.ts';
import type { Injected, Played } from './round.ts';

/** Of one fault: how often it struck, and after how many milliseconds each job that it ended was recorded as ended. */
export interface FaultFigures {
  times: number;
  /** Times at which a job ran that the fault could end. */
  withJobs: number;
  readonly latenciesMs: number[];
  /** After how many milliseconds a subscriber heard of it, where an event told of it. */
  readonly heardMs: number[];
}

export interface Figures {
  readonly faults: Map<FaultName, FaultFigures>;
  clients: number;
  readonly ends: Map<string, number>;
}

export function noFigures(): Figures {
  return { faults: new Map(), clients: 0, ends: new Map() };
}

/** A command that is younger than this may not have subscribed yet. */
const ATTACH_MS = 500;

/** A fault of broker or app-server so near to another one of them in the same workspace is counted, and not timed. */
const APART_MS = 4_000;

/** The kernel stamps files with the time of its last tick. */
const TICK_MS = 10;

/** Adds a round. Faults after which nothing ran count as struck and have no latency. */
export function addRound(figures: Figures, played: Played): void {
  figures.clients += played.clients.length;
  for (const injected of played.injected) {
    const sum = figures.faults.get(injected.fault) ?? { times: 0, withJobs: 0, latenciesMs: [], heardMs: [] };
    figures.faults.set(injected.fault, sum);
    sum.times += 1;
    if (injected.running.length > 0) sum.withJobs += 1;
    const latencies = latenciesOf(injected, played);
    sum.latenciesMs.push(...latencies.map(({ recordedMs }) => recordedMs));
    sum.heardMs.push(...latencies.flatMap(({ heardMs }) => heardMs ?? []));
  }
  const ids = new Map(played.clients.flatMap((client) => client.jobIds().map((id) => [id, client.place] as const)));
  for (const [id, place] of ids) {
    const job = place.endOf(id)?.job;
    const end = job?.status === 'failed' ? `failed (${job.reason})` : (job?.status ?? 'not accepted, or damaged');
    figures.ends.set(end, (figures.ends.get(end) ?? 0) + 1);
  }
}

interface Latency {
  readonly recordedMs: number;
  readonly heardMs: number | null;
}

function latenciesOf(injected: Injected, played: Played): Latency[] {
  const fault = FAULTS.find(({ name }) => name === injected.fault);
  const noticed = fault?.noticed ?? null;
  const fromMs = fault?.byReaders ? firstRead(injected, played) : injected.atMs;
  if (noticed === null || fromMs === null || hasCompany(injected, played)) return [];
  return injected.running.flatMap((id) => {
    const end = injected.place.endOf(id);
    if (end === null || !noticed(end.job) || end.writtenAtMs < injected.atMs - TICK_MS) return [];
    const heardAtMs = played.listeners.get(injected.place)?.heardAtMs(id) ?? null;
    return [
      {
        recordedMs: Math.max(0, end.writtenAtMs - fromMs),
        heardMs: heardAtMs === null ? null : Math.max(0, heardAtMs - fromMs),
      },
    ];
  });
}

/** Whoever would have noticed it may have been frozen or killed by another fault. */
function hasCompany({ place, atMs, fault }: Injected, { injected }: Played): boolean {
  return injected.some(
    (other) =>
      other.place === place &&
      (other.atMs !== atMs || other.fault !== fault) &&
      Math.abs(other.atMs - atMs) < APART_MS &&
      /^(?:broker|app-server): /u.test(other.fault),
  );
}

/** The fault's own moment when somebody waited for a job then; else the start of the first command after it. */
function firstRead({ place, atMs }: Injected, { clients, checks }: Played): number | null {
  const here = [...clients, ...checks].filter((client) => client.place === place);
  const waiting = here.some(
    (client) => client.follows && client.startedAtMs < atMs - ATTACH_MS && (client.endedAtMs ?? atMs) >= atMs,
  );
  if (waiting) return atMs;
  const later = here.map((client) => client.startedAtMs).filter((startedAtMs) => startedAtMs >= atMs);
  return later.length === 0 ? null : Math.min(...later);
}
