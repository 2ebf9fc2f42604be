import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** Where all of it is tested. */
const TESTED = 'linux x64';

/** What works less well there, by what the system does not have. */
const MISSING: Readonly<Record<string, string>> = {
  darwin: '; commands that outlive a killed broker and its app-server are not found there',
  win32:
    '; commands that outlive a killed broker and its app-server are not found there, and whether others may read the state is not checked',
};

/** Nothing where it is tested. */
export function platformFindings({ platform, arch }: Scene['system']): Finding[] {
  const here = `${platform} ${arch}`;
  if (here === TESTED) return [];
  const what = `not tested on ${here}, but on ${TESTED} only${MISSING[platform] ?? ''}`;
  return [about('platform', 'System').note(what, 'see "Limits" in the README')];
}

export async function checkPlatform({ system }: Scene): Promise<Finding[]> {
  return platformFindings(system);
}
