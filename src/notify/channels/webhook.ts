import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '../../contract/fault.ts';
import type { FinishedJob } from '../../contract/job.ts';
import { VERSION } from '../../contract/version.ts';
import { backoff } from '../../util/backoff.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { Channel, Told } from '../channel.ts';
import { webhookBody } from '../webhook-body.ts';

/** For one attempt, from the name of the host to the status of the answer; the answer itself is not read. */
export const ATTEMPT_TIMEOUT_MS = 10_000;

export const MAX_ATTEMPTS = 4;

/** Before the second attempt and, doubled, before each further one. */
export const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 10_000;

const MAX_WHY_CHARS = 300;

/** Statuses below 500 that say "later", not "no": timed out, and too many. */
const LATER: ReadonlySet<number> = new Set([408, 429]);

export interface WebhookOptions {
  /** It may hold a secret: it is in no message. */
  readonly address: string;
  readonly timeoutMs?: number;
  readonly firstPauseMs?: number;
}

type Attempt =
  | { readonly id: 'taken' }
  | { readonly id: 'refused'; readonly why: string }
  | { readonly id: 'failed'; readonly why: string };

/** Posts each job as JSON to an address, again if it does not get through. */
export function webhookChannel(options: WebhookOptions): Channel {
  return { setting: 'webhook', name: 'webhook', tell: (job, signal) => deliver(job, options, signal) };
}

async function deliver(job: FinishedJob, options: WebhookOptions, signal: AbortSignal): Promise<Told> {
  const body = webhookBody(job);
  const pauses = backoff(options.firstPauseMs ?? FIRST_PAUSE_MS, MAX_PAUSE_MS);
  for (let attempts = 1; ; attempts += 1) {
    const attempt = await post(body, options, signal);
    if (attempt.id === 'taken') return { ok: true, remark: null };
    if (attempt.id === 'refused') return { ok: false, why: attempt.why };
    if (!signal.aborted && attempts >= MAX_ATTEMPTS)
      return { ok: false, why: `${attempt.why}, at the last of ${attempts} attempts` };
    // Aborted, it ends at once.
    await pause(pauses.next().value, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return { ok: false, why: `${attempt.why}; the broker ends`, later: true };
  }
}

/** Never rejects. */
async function post(body: string, { address, timeoutMs }: WebhookOptions, signal: AbortSignal): Promise<Attempt> {
  const deadline = AbortSignal.timeout(timeoutMs ?? ATTEMPT_TIMEOUT_MS);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': `codex-companion/${VERSION}` },
      body,
      // Where it leads, nobody has said that we may tell.
      redirect: 'manual',
      signal: AbortSignal.any([signal, deadline]),
    });
    await response.body?.cancel();
    return judged(response.status);
  } catch (error) {
    const why = deadline.aborted ? 'no answer in time' : causeOf(error);
    return { id: 'failed', why };
  }
}

function judged(status: number): Attempt {
  if (status >= 200 && status < 300) return { id: 'taken' };
  if (status >= 300 && status < 400)
    return { id: 'refused', why: `status ${status}, a redirect, which is not followed` };
  return { id: status >= 500 || LATER.has(status) ? 'failed' : 'refused', why: `status ${status}` };
}

/** "fetch failed" says nothing: its cause does. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return oneLine(messageOf(cause), MAX_WHY_CHARS);
}
