import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { newNonce } from '../contract/ids.ts';
import { ProcessIdentitySchema } from '../contract/process-identity.ts';
import { writeFileAtomic } from '../util/atomic-file.ts';
import { backoff } from '../util/backoff.ts';
import { removeFile } from '../util/directory-entry.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { namesIn } from '../util/names-in.ts';
import { pauseSync } from '../util/pause-sync.ts';
import { ensurePrivateDirectory } from '../util/private-directory.ts';
import { readRegularFile } from '../util/regular-file.ts';
import { isMissing } from '../util/system-error.ts';
import { within } from '../util/within.ts';
import { identify, isAlive, isRunning, self } from './liveness.ts';
import { removeIfPossible } from './remove-file.ts';
import { writeError } from './write-error.ts';

// The lock of a directory is the right to write what it stands for. It is held by a claim, a file that
// only its owner writes and that nobody else removes while the owner lives:
//
//     list: a live claim? ── yes ──▶ held
//        │ no
//     write my claim ──▶ list again ── no other live claim ──▶ mine
//                            └─ one ──▶ the earlier of us stays and looks again, the later one withdraws
//
// Why two owners are impossible. Call them A and B, and let A's claim have been written first. B owns only
// if a listing begun after B's claim was written shows no other live claim. A's claim was there before
// that listing began; its name is never used again, and until A releases it is removed only by somebody
// who found A's process gone. So B saw it, and A lives: B does not own. The argument needs no order of
// names, no clock and no care in cleaning up: a dead claim may be removed by anybody at any time, since
// its name cannot come to mean a live one. (Names that are used again, numbers that start over after a
// release, or one fixed name, allow a slow cleaner to remove the claim of a living successor.)
//
// The earlier claim of a tie stays, so of any number of simultaneous attempts one succeeds.

export type LockRole = 'broker' | 'reader' | 'writer';

const LockHolderSchema = v.object({
  ...ProcessIdentitySchema.entries,
  role: v.picklist(['broker', 'reader', 'writer']),
  /** A broker's id, what a reader calls itself, or the job that writes. */
  holder: v.string(),
  at: v.string(),
});
export type LockHolder = v.InferOutput<typeof LockHolderSchema>;

export interface Lock {
  /** False when somebody else has removed the claim: the state directory, say, with all that was in it. */
  isHeld(): boolean;
  /** Synchronous, for exit handlers; twice is harmless. */
  release(): void;
}

export type LockAttempt =
  | { readonly ok: true; readonly lock: Lock }
  | { readonly ok: false; readonly heldBy: LockHolder };

export interface LockRequest {
  readonly role: LockRole;
  readonly holder: string;
}

export interface LockWait extends LockRequest {
  readonly timeoutMs: number;
  /** Whether it is worth waiting for this holder; by default for a reader, who is done in a moment. */
  readonly while?: (holder: LockHolder) => boolean;
}

/** How long the earlier of two simultaneous attempts waits for the later one to withdraw. */
const TIE_BOUND_MS = 1_000;
const TIE_PAUSE_MS = 1;

const MAX_CLAIM_BYTES = 4_096;

// claim.<written, base 36 ms>.<pid>.<random>: an earlier claim sorts before a later one.
const CLAIM = /^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+$/u;
const CLAIM_TEMPORARY = /^claim\.[0-9a-z]{9}\.(\d+)\.[0-9a-z]+\..*\.tmp$/u;

interface Claim {
  readonly name: string;
  readonly holder: LockHolder;
}

/**
 * Takes the lock of `directory` or says who has it. May block the thread for some milliseconds when
 * others try at the same moment.
 * @throws Error when the claim cannot be written.
 */
export function tryAcquire(directory: string, request: LockRequest): LockAttempt {
  ensurePrivateDirectory(directory);
  const [holding] = liveClaims(directory);
  if (holding !== undefined) return { ok: false, heldBy: holding.holder };
  const at = Date.now();
  const name = `claim.${at.toString(36).padStart(9, '0')}.${process.pid}.${newNonce()}`;
  const content: LockHolder = { ...self(), ...request, at: new Date(at).toISOString() };
  writeClaim(within(directory, name), content);
  const rival = rivalOf(directory, name);
  if (rival !== null) {
    withdraw(directory, name);
    return { ok: false, heldBy: rival.holder };
  }
  removeDead(directory);
  const lock: Lock = {
    isHeld: () => existsSync(within(directory, name)),
    release: () => withdraw(directory, name),
  };
  return { ok: true, lock };
}

/** Waits for holders that are worth it; gives up on any other one, and when the time is up. */
export async function acquire(directory: string, request: LockWait): Promise<LockAttempt> {
  const { role, holder, timeoutMs } = request;
  const worthwhile = request.while ?? ((other: LockHolder) => other.role === 'reader');
  const endAtMs = monotonicMs() + timeoutMs;
  for (const delay of backoff(2, 50)) {
    const attempt = tryAcquire(directory, { role, holder });
    if (attempt.ok || !worthwhile(attempt.heldBy) || monotonicMs() >= endAtMs) return attempt;
    await pause(delay);
  }
  throw new Error('Unexpected end of an endless back-off');
}

/** Who holds the lock this moment; only somebody who lives. Changes nothing. */
export function inspect(directory: string): LockHolder | null {
  return liveClaims(directory)[0]?.holder ?? null;
}

/** The claims of those who are gone: what {@link removeDead} removes. */
export function deadClaims(directory: string): string[] {
  return namesIn(directory).filter((name) => {
    const [, owner] = CLAIM.exec(name) ?? [];
    const [, writer] = CLAIM_TEMPORARY.exec(name) ?? [];
    if (owner !== undefined) return readHolder(within(directory, name), Number(owner)) === null;
    return writer !== undefined && !isRunning(Number(writer));
  });
}

function writeClaim(file: string, content: LockHolder): void {
  try {
    writeFileAtomic(file, `${JSON.stringify(content)}\n`, false);
  } catch (error) {
    throw writeError(file, error);
  }
}

/** Null when the claim `name` is the only live one. */
function rivalOf(directory: string, name: string): Claim | null {
  const endAtMs = monotonicMs() + TIE_BOUND_MS;
  for (;;) {
    const [first, second] = liveClaims(directory);
    const rival = first?.name === name ? second : first;
    if (rival === undefined) return null;
    if (rival.name < name || monotonicMs() >= endAtMs) return rival;
    pauseSync(TIE_PAUSE_MS);
  }
}

/** Earliest first. */
function liveClaims(directory: string): Claim[] {
  const names = namesIn(directory).sort();
  return names.flatMap((name) => {
    const pid = CLAIM.exec(name)?.[1];
    if (pid === undefined) return [];
    const holder = readHolder(within(directory, name), Number(pid));
    return holder === null ? [] : [{ name, holder }];
  });
}

/** Null when the claim is gone, or its owner is. */
function readHolder(file: string, pid: number): LockHolder | null {
  let content: string;
  try {
    content = readRegularFile(file, MAX_CLAIM_BYTES);
  } catch (error) {
    return isMissing(error) ? null : unreadableHolder(pid);
  }
  const holder = parseHolder(content);
  if (holder === null || holder.pid !== pid) return unreadableHolder(pid);
  return isAlive(holder) ? holder : null;
}

/**
 * A claim is complete from the moment it has its name, so this one was damaged later, maybe while its
 * owner lives. Its name still says the pid: as long as any process has that, it counts as held, because a
 * wait that is too long can be ended by a person and a second owner cannot be undone.
 */
function unreadableHolder(pid: number): LockHolder | null {
  if (!isRunning(pid)) return null;
  const { bootId, startTime } = identify(pid) ?? { bootId: 'unknown', startTime: 'unknown' };
  return { bootId, pid, startTime, role: 'broker', holder: 'unknown', at: 'unknown' };
}

function parseHolder(content: string): LockHolder | null {
  try {
    const parsed = v.safeParse(LockHolderSchema, JSON.parse(content));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/**
 * Removes the claims of the dead; they count for nothing anyway.
 * Names first, then their owners: a claim that is written meanwhile is not among the names.
 */
export function removeDead(directory: string): void {
  for (const name of deadClaims(directory)) removeIfPossible(within(directory, name));
}

function withdraw(directory: string, name: string): void {
  removeFile(within(directory, name));
}
