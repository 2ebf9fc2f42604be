import { brokenPackages } from '../../client/runtime-packages.ts';
import { type CodexBinary, CodexNotFound } from '../../config/codex-binary.ts';
import type { BrokerPlace } from '../../config/config.ts';
import { npmProgram } from '../../util/npm-program.ts';
import type { Context } from '../context.ts';
import { type Check, checkProgram, type ProgramOptions } from './program.ts';

/** What setup looks for, in the order in which it is shown. A further check is a further line here. */
export interface Checks {
  readonly node: Check;
  readonly npm: Check;
  readonly codex: Check;
  readonly packages: PackagesCheck;
}

/** What to do is said when something is the matter. */
export interface PackagesCheck extends Check {
  readonly remedy?: string;
}

/** Without these there is still everything that is needed. */
const OPTIONAL: ReadonlySet<string> = new Set(['npm']);

export async function runChecks(context: Context): Promise<Checks> {
  const [npm, codex, packages] = await Promise.all([
    npmCheck(context),
    codexCheck(context),
    packagesCheck(context.program),
  ]);
  // What runs this need not be looked for.
  return { node: { available: true, detail: process.version }, npm, codex, packages };
}

export function allThere(checks: Checks): boolean {
  return Object.entries(checks).every(([name, { available }]) => available || OPTIONAL.has(name));
}

async function packagesCheck(program: string): Promise<PackagesCheck> {
  const [broken] = await brokenPackages(program);
  if (broken === undefined) return { available: true, detail: 'installed' };
  return { available: false, detail: broken.what, remedy: broken.remedy };
}

async function npmCheck({ workspace, config: { environment } }: Context): Promise<Check> {
  const npm = npmProgram(environment);
  if (npm === null) return { available: false, detail: 'not found' };
  return checkProgram(npm.command, [...npm.script, '--version'], { cwd: workspace.root, environment });
}

async function codexCheck(context: Context): Promise<Check> {
  const place = placeOf(context);
  if (place instanceof CodexNotFound) return { available: false, detail: place.detail };
  return checkCodex(place.codex, { cwd: context.workspace.root, environment: context.config.environment });
}

/** Whether Codex runs, and has what jobs need of it. */
export async function checkCodex(codex: CodexBinary, around: ProgramOptions): Promise<Check> {
  const { command, script, environment } = codex;
  const options = { ...around, environment: { ...around.environment, ...environment } };
  const [version, appServer] = await Promise.all([
    checkProgram(command, [...script, '--version'], options),
    checkProgram(command, [...script, 'app-server', '--help'], options),
  ]);
  if (!version.available) return version;
  const { available } = appServer;
  const runtime = available ? 'available' : `unavailable: ${appServer.detail}`;
  return { available, detail: `${version.detail}; advanced runtime ${runtime}` };
}

function placeOf(context: Context): BrokerPlace | CodexNotFound {
  try {
    return context.place();
  } catch (error) {
    if (error instanceof CodexNotFound) return error;
    throw error;
  }
}
