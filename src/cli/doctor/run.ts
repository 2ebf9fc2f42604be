import { processEnvironment } from '../../config/environment.ts';
import { configuredDirectories, namedDirectories } from '../../config/named-directories.ts';
import { messageOf } from '../../contract/fault.ts';
import { abilityOf } from '../../terminal/ability.ts';
import { CliError, EXIT, type ExitCode, exitCodeForError } from '../exit-codes.ts';
import { processIo } from '../io.ts';
import type { CommonOptions } from '../options.ts';
import { withProgress } from '../progress/progress.ts';
import { untilSignalled } from '../until-signalled.ts';
import type { Archive } from './bundle/archive.ts';
import { bundle } from './bundle/bundle.ts';
import { CODEX_PREFIX } from './checks/codex.ts';
import { CHECKS } from './checks.ts';
import { examine } from './examine.ts';
import type { Finding } from './finding.ts';
import { renderDoctor, type Style } from './render.ts';
import { type Repaired, repair } from './repair.ts';
import { openScene, survey } from './scene.ts';
import { SILENT_PLACE, silentPlaces } from './silent-places.ts';

export interface DoctorOptions extends CommonOptions {
  readonly fix?: boolean;
  readonly bundle?: string | true;
}

/** Why there is no diagnosis, for whoever reports errors: a bundle of its own has other classes of them. */
export interface DoctorFailure {
  readonly exitCode: ExitCode;
  readonly message: string;
}

/**
 * Looks, repairs if that is wanted and looks again, and says what there is. Sets the exit status.
 * @returns why it could not; null when it could.
 */
export async function runDoctor(options: DoctorOptions): Promise<DoctorFailure | null> {
  try {
    const { result, archive } = await untilSignalled((dismissed) => diagnose(options, dismissed));
    show(result, archive, options.json === true);
    process.exitCode = exitCodeOf(result.findings);
    // This bundle has streams of its own, of which whoever ends the process knows nothing.
    await processIo().written();
    return null;
  } catch (error) {
    const exitCode = exitCodeForError(error);
    if (exitCode === null) throw error;
    return { exitCode, message: messageOf(error) };
  }
}

function show(result: Repaired, archive: Archive | null, json: boolean): void {
  const io = processIo();
  const report = { ...doctorReport(result), ...(archive === null ? {} : { bundle: archive }) };
  if (json) io.json(report);
  else io.out(renderDoctor(result, archive, styleOf(process.stdout)));
}

interface Diagnosis {
  readonly result: Repaired;
  readonly archive: Archive | null;
}

/** @throws CliError (exit 130) when it is dismissed */
async function diagnose(options: DoctorOptions, dismissed: AbortSignal): Promise<Diagnosis> {
  const cwd = options.cwd ?? process.cwd();
  const place = { io: processIo(), config: { environment: processEnvironment() } };
  const quiet = options.json === true;
  return withProgress(place, 'Examining', () => examined(cwd, options, dismissed), { quiet });
}

async function examined(cwd: string, { fix, bundle: file }: DoctorOptions, dismissed: AbortSignal): Promise<Diagnosis> {
  const look = async () => {
    const findings = await lookAtAll(cwd, dismissed);
    if (dismissed.aborted) throw new CliError(EXIT.interrupted, 'Interrupted before everything was looked at');
    return findings;
  };
  const found = await look();
  const result = fix === true ? await repair(found, look) : { findings: found, fixed: [] };
  return { result, archive: file === undefined ? null : await bundleOf(result, cwd, file) };
}

/** Marks and colours are for a person who looks at them. */
function styleOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): Style {
  const environment = processEnvironment();
  const { redraw, color, glyphs: unicode } = abilityOf(stream, environment);
  return { unicode, color, columns: redraw ? (stream.columns ?? null) : null };
}

/** Where a directory does not answer nothing can be gathered, and the finding says so. */
async function bundleOf(result: Repaired, cwd: string, file: string | true): Promise<Archive | null> {
  if (result.findings.some(({ id }) => id === SILENT_PLACE)) return null;
  return bundle(openScene(survey(cwd)), doctorReport(result), file === true ? null : file);
}

async function lookAtAll(directory: string, dismissed: AbortSignal): Promise<readonly Finding[]> {
  const named = await silentPlaces([...namedDirectories(), { what: 'the working directory', path: directory }]);
  if (named.length > 0) return named;
  const surveyed = survey(directory);
  const configured = await silentPlaces(configuredDirectories(surveyed.config.settings));
  return configured.length > 0 ? configured : examine(CHECKS, openScene(surveyed), dismissed);
}

/** For `--json`: the keys are a promise to scripts. */
function doctorReport({ findings, fixed }: Repaired) {
  return {
    ok: findings.every(({ level }) => level !== 'problem'),
    findings: findings.map(({ fix, ...finding }) => ({ ...finding, fixable: fix !== null })),
    fixed: fixed.map((repair) => ({ ...repair })),
  };
}

function exitCodeOf(findings: readonly Finding[]): ExitCode {
  const problems = findings.filter(({ level }) => level === 'problem');
  if (problems.some(({ id }) => id.startsWith(CODEX_PREFIX))) return EXIT.codexUnusable;
  return problems.length === 0 ? EXIT.done : EXIT.jobFailed;
}
