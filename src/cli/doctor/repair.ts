import { messageOf } from '../../contract/fault.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { Finding } from './finding.ts';

/** What one repair can bring to light, the next one mends; more than a few rounds is a defect. */
export const MAX_ROUNDS = 3;

const DETAIL_CHARS = 500;

/** What was done about a finding, or why it could not be. */
export interface Repair {
  readonly id: string;
  readonly title: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface Repaired {
  /** What is found after it. */
  readonly findings: readonly Finding[];
  readonly fixed: readonly Repair[];
}

/** Does what the findings offer, one after the other, and looks again. Never rejects as long as `look` does not. */
export async function repair(found: readonly Finding[], look: () => Promise<readonly Finding[]>): Promise<Repaired> {
  const tried = new Set<string>();
  const fixed: Repair[] = [];
  let findings = found;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    // What has been tried and is still found would come to the same again.
    const open = findings.filter((finding) => finding.fix !== null && !tried.has(keyOf(finding)));
    if (open.length === 0) break;
    for (const finding of open) {
      tried.add(keyOf(finding));
      fixed.push(...(await repairOne(finding)));
    }
    findings = await look();
  }
  return { findings, fixed };
}

function keyOf({ id, detail }: Finding): string {
  return `${id} ${detail}`;
}

async function repairOne({ id, title, fix }: Finding): Promise<Repair[]> {
  if (fix === null) return [];
  try {
    return [{ id, title, ok: true, detail: await fix.apply() }];
  } catch (error) {
    return [{ id, title, ok: false, detail: oneLine(messageOf(error), DETAIL_CHARS) }];
  }
}
