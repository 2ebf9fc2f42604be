import { messageOf } from '../../contract/fault.ts';
import { DeadlineExceeded, within } from '../../util/deadline.ts';
import { oneLine } from '../../util/plain-text.ts';
import { about, type Finding } from './finding.ts';
import type { Scene } from './scene.ts';

/** Longest time of a check that needs no longer one. */
const CHECK_MS = 10_000;

const WHY_CHARS = 500;

/** Looks at one thing. Whatever it has started has ended when it does, or at the latest when `signal` aborts. */
export type Check = (scene: Scene, signal: AbortSignal) => Promise<readonly Finding[]>;

export interface NamedCheck {
  readonly name: string;
  readonly title: string;
  readonly run: Check;
  readonly deadlineMs?: number;
}

/**
 * All checks at once, their findings in the order of the checks. Never rejects, and ends within the longest deadline of
 * them: a check that fails, or does not come to an end, is a finding. When `dismissed` aborts, they end at once, and what
 * they say then says nothing.
 */
export async function examine(
  checks: readonly NamedCheck[],
  scene: Scene,
  dismissed: AbortSignal = new AbortController().signal,
): Promise<Finding[]> {
  return (await Promise.all(checks.map((check) => outcomeOf(check, scene, dismissed)))).flat();
}

async function outcomeOf(check: NamedCheck, scene: Scene, dismissed: AbortSignal): Promise<readonly Finding[]> {
  const { name, title, deadlineMs = CHECK_MS } = check;
  const over = new AbortController();
  try {
    return await within(check.run(scene, AbortSignal.any([over.signal, dismissed])), deadlineMs, title);
  } catch (error) {
    const failed = about(`${name}.unchecked`, title);
    return [
      error instanceof DeadlineExceeded && error.ms === deadlineMs
        ? failed.problem(`this check did not come to an end within ${deadlineMs / 1000} s`, 'run doctor again')
        : failed.problem(`cannot be checked: ${oneLine(messageOf(error), WHY_CHARS)}`, 'see what is wrong there'),
    ];
  } finally {
    over.abort();
  }
}
