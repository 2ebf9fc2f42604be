import type { WatchedJob } from '../../client/job-mirror.ts';
import { shortId } from '../../contract/ids.ts';
import { isFinished } from '../../contract/job.ts';
import type { Status } from '../../terminal/status-line.ts';
import { formatClock } from '../../util/duration.ts';
import { oneLine } from '../../util/plain-text.ts';
import { doingOf, elapsedMs, stateOf } from '../render/job-cells.ts';

const DOING_CHARS = 500;

/** Without anything to wait for, silence of this length is worth a word. */
const SILENT_MS = 30_000;

/** A clock that has less than this left is named. */
const URGENT_MS = 60_000;

/** What is known of the jobs that somebody waits for. */
export interface Awaited {
  readonly jobs: readonly WatchedJob[];
  /** How many they are, ended ones included; null for the one that was just handed in. */
  readonly count: number | null;
  /** The broker has not got its Codex running yet. */
  readonly codexStarts: boolean;
}

/** The jobs in a line: of several the first that runs. Null when none of them is known. */
export function statusOf({ jobs, count, codexStarts }: Awaited, nowMs: number): Status | null {
  const active = jobs.filter(({ job }) => !isFinished(job));
  const [first] = active;
  if (first === undefined) return null;
  const [what, more] = codexStarts && first.job.status === 'queued' ? startOf(first, nowMs) : wordsOf(first, nowMs);
  if (count === null) return [what, more];
  const named = `${shortId(first.job.id)} ${what}`;
  return count === 1 ? [named, more] : [`${active.length} of ${count} jobs go on`, joined([named, more])];
}

function startOf(watched: WatchedJob, nowMs: number): Status {
  return [`Starting Codex ${timeOf(watched, nowMs)}`, ''];
}

function wordsOf(watched: WatchedJob, nowMs: number): Status {
  const facts = [oneLine(doingOf(watched, nowMs), DOING_CHARS), silenceOf(watched), deadlineOf(watched)];
  return [`${stateOf(watched)} ${timeOf(watched, nowMs)}`.trimEnd(), joined(facts)];
}

function timeOf(watched: WatchedJob, nowMs: number): string {
  const ms = elapsedMs(watched, nowMs);
  return ms === null ? '' : formatClock(ms);
}

/** A command may be silent for long, and a person may think. */
function silenceOf({ job, idleMs }: WatchedJob): string {
  const waits = job.openItems.length > 0 || job.questions.length > 0;
  return waits || idleMs === null || idleMs < SILENT_MS ? '' : `no progress for ${formatClock(idleMs)}`;
}

function deadlineOf({ clock }: WatchedJob): string {
  if (clock === null || clock.inMs >= URGENT_MS || clock.name === 'start' || clock.name === 'stuck') return '';
  return `the ${clock.name} clock ends it in ${formatClock(clock.inMs)}`;
}

function joined(facts: readonly string[]): string {
  return facts.filter((fact) => fact !== '').join(' · ');
}
