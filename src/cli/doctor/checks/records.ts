import type { Damage } from '../../../status/record-file.ts';
import type { JobStore } from '../../../status/store.ts';
import { counted } from '../../../util/counted.ts';
import { oneLine } from '../../../util/plain-text.ts';
import { about, type Finding, listed } from '../finding.ts';
import type { Scene } from '../scene.ts';
import { storesSeen } from '../stores-seen.ts';

/** So many of the newest finished records of each workspace are read, and all active ones. */
const RECORDS_LOOKED_AT = 64;

const WHY_CHARS = 200;

/** Records that cannot be read, and those that were set aside for that. */
export async function checkRecords(scene: Scene): Promise<Finding[]> {
  const damages = storesSeen(scene).flatMap(damagesOf);
  return damages.length === 0 ? [about('records', 'Records').ok('can be read')] : recordFindings(damages);
}

function damagesOf(store: JobStore): readonly Damage[] {
  store.list({ finishedLimit: RECORDS_LOOKED_AT });
  return [...store.damaged, ...store.quarantined];
}

export function recordFindings(damages: readonly Damage[]): Finding[] {
  const newer = damages.filter(({ kind }) => kind === 'newer');
  const broken = damages.filter(({ kind }) => kind !== 'newer');
  const found: Finding[] = [];
  if (broken.length > 0) {
    const remedy = 'other jobs are not affected; look at them, and remove them to hear no more of it';
    const what = `${counted(broken.length, 'record')} cannot be read: ${shown(broken)}`;
    found.push(about('records', 'Records').warning(what, remedy));
  }
  if (newer.length > 0) {
    const what = `${counted(newer.length, 'record')} of a newer version: ${shown(newer)}`;
    found.push(about('records.newer', 'Records').note(what, 'update codex-companion'));
  }
  return found;
}

function shown(damages: readonly Damage[]): string {
  return listed(damages.map(({ file, why }) => `"${file}" (${oneLine(why, WHY_CHARS)})`));
}
