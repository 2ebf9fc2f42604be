import { LOAD_MS, repairRuntimePackages, runtimePackagesRemedy } from '../../../client/runtime-packages.ts';
import { packagesCheck } from '../../setup/checks.ts';
import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** A package that does not load is given up after {@link LOAD_MS}. */
export const PACKAGES_MS = LOAD_MS + 1_000;

/** The packages that are not inside of our bundles. Without them there is no broker. */
export async function checkPackages({ program }: Scene): Promise<Finding[]> {
  const packages = about('packages', 'Packages');
  const { available, detail } = await packagesCheck(program);
  if (available) return [packages.ok(detail)];
  return [packages.problem(detail, runtimePackagesRemedy(program), { apply: () => install(program) })];
}

async function install(program: string): Promise<string> {
  const repair = await repairRuntimePackages(program);
  if (!repair.ok) throw new Error(repair.why);
  return 'Installed the packages';
}
