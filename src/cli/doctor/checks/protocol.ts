import path from 'node:path';
import { type Misfit, type ProtocolFit, protocolFit } from '../../../codex/protocol-fit.ts';
import type { CodexBinary } from '../../../config/codex-binary.ts';
import { runBounded } from '../../../util/bounded-process.ts';
import { oneLine } from '../../../util/plain-text.ts';
import { readRegularFile } from '../../../util/regular-file.ts';
import { about, type Finding, listed } from '../finding.ts';
import type { Scene } from '../scene.ts';
import { inScratchDirectory } from '../scratch-directory.ts';

/** Codex writes its protocol down within this time. */
const SCHEMA_MS = 8_000;

const SCHEMA_FILE = 'codex_app_server_protocol.schemas.json';
const MAX_SCHEMA_BYTES = 64 * 1024 * 1024;
const MAX_OUTPUT_BYTES = 64 * 1024;
const NAME_CHARS = 100;
const REMEDY = 'run "npm install -g @openai/codex@latest", or update codex-companion if it is the older one';

/** Whether the installed Codex has what we use of its protocol: it says itself what it has. */
export async function checkProtocol({ codex, environment }: Scene, signal: AbortSignal): Promise<Finding[]> {
  if (codex === null) return [];
  const schema = await inScratchDirectory((directory) => schemaOf(codex, directory, { environment, signal }));
  return protocolFindings(protocolFit(schema));
}

/** Undefined when this Codex does not write it, or not as we know it. */
async function schemaOf(
  codex: CodexBinary,
  directory: string,
  { environment, signal }: { readonly environment: Scene['environment']; readonly signal: AbortSignal },
): Promise<unknown> {
  const generate = ['app-server', 'generate-json-schema', '--experimental', '--out', directory];
  await runBounded(codex.command, [...codex.script, ...generate], {
    cwd: directory,
    environment: { ...environment, ...codex.environment },
    timeoutMs: SCHEMA_MS,
    maxBytes: MAX_OUTPUT_BYTES,
    signal,
  });
  try {
    return JSON.parse(readRegularFile(path.join(directory, SCHEMA_FILE), MAX_SCHEMA_BYTES));
  } catch {
    return undefined;
  }
}

/** @param fit null when nothing could be compared. */
export function protocolFindings(fit: ProtocolFit | null): Finding[] {
  const protocol = about('codex.protocol', 'Protocol');
  if (fit === null) return [protocol.note('cannot be compared: this Codex does not write its protocol down')];
  const { misfits, compared } = fit;
  const grave = misfits.filter((misfit) => misfit.grave);
  const light = misfits.filter((misfit) => !misfit.grave);
  const found = [
    ...(grave.length === 0 ? [] : [protocol.problem(clauses(grave), REMEDY)]),
    ...(light.length === 0 ? [] : [protocol.warning(clauses(light), REMEDY)]),
  ];
  const { requests, notifications } = compared;
  const fits = `has the ${requests} requests and ${notifications} notifications that are used, with all their fields`;
  return [...(found.length === 0 ? [protocol.ok(fits)] : found), ...unknowns(fit)];
}

function clauses(misfits: readonly Misfit[]): string {
  return listed(misfits.map(({ what, serves }) => `${what} (for ${serves})`));
}

function unknowns({ unknownRequests, unknownItems }: ProtocolFit): Finding[] {
  const news = about('codex.news', 'Protocol');
  const found: Finding[] = [];
  if (unknownRequests.length > 0) {
    found.push(
      news.note(`Codex may ask for what this version does not know, and is refused: ${names(unknownRequests)}`),
    );
  }
  if (unknownItems.length > 0) {
    found.push(news.note(`turns may have items that this version shows by their name only: ${names(unknownItems)}`));
  }
  return found;
}

function names(of: readonly string[]): string {
  return listed(of.map((name) => `"${oneLine(name, NAME_CHARS)}"`));
}
