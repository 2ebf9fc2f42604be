import { brokenPackages, isInstallable, LOAD_MS, repairRuntimePackages } from '../../../client/runtime-packages.ts';
import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** A package that does not load is given up after {@link LOAD_MS}. */
export const PACKAGES_MS = LOAD_MS + 1_000;

/** The packages that are not inside of our bundles. Without them there is no broker. */
export async function checkPackages({ program }: Scene): Promise<Finding[]> {
  const packages = about('packages', 'Packages');
  const broken = await brokenPackages(program);
  if (broken.length === 0) return [packages.ok('installed')];
  const fix = { apply: () => install(program) };
  return broken.map((one) => packages.problem(one.what, one.remedy, isInstallable(one) ? fix : undefined));
}

async function install(program: string): Promise<string> {
  const repair = await repairRuntimePackages(program);
  if (!repair.ok) throw new Error(repair.why);
  return 'Installed the packages';
}
