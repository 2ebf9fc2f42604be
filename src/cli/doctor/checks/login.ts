import { realpathSync } from 'node:fs';
import path from 'node:path';
import { isCodexAnswer } from '../../../client/ask-codex.ts';
import { findBroker } from '../../../client/daemon.ts';
import type { CodexBinary } from '../../../config/codex-binary.ts';
import { messageOf } from '../../../contract/fault.ts';
import { type Ended, runBounded } from '../../../util/bounded-process.ts';
import { oneLine } from '../../../util/plain-text.ts';
import { readRegularFile } from '../../../util/regular-file.ts';
import { ACCOUNT_MS } from '../../setup/ask-account.ts';
import { type Auth, authOf, authRefused } from '../../setup/auth.ts';
import { PROGRAM_MS } from '../../setup/program.ts';
import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';
import { tellingLine } from '../telling-line.ts';

// Who is logged in, only the app-server knows for sure: where a broker serves, it is asked. Nothing is started to ask:
// without one it is `codex login status`, which knows of OpenAI's own logins and not of other providers.

/** A broker that is silent, and then Codex itself. */
export const LOGIN_MS = ACCOUNT_MS + PROGRAM_MS;

const MAX_OUTPUT_BYTES = 64 * 1024;
const MAX_CONFIGURATION_BYTES = 4 * 1024 * 1024;
const DETAIL_CHARS = 300;
const REMEDY = 'run "codex login" (or "codex login --device-auth" where no browser can be opened)';

export async function checkLogin(scene: Scene, signal: AbortSignal): Promise<Finding[]> {
  const { codex } = scene;
  if (codex === null) return [];
  const auth = await askBroker(scene, signal);
  if (auth !== null) return [findingOf(auth)];
  return [loginFinding(await askProgram(codex, scene, signal), configuredProvider(scene.codexHome))];
}

/** Null when no broker serves, and when it does not answer: that is another check's finding. */
async function askBroker({ place, workspace }: Scene, signal: AbortSignal): Promise<Auth | null> {
  if (place === null) return null;
  try {
    const client = await findBroker(place.paths, { impatient: true, signal });
    if (client === null) return null;
    try {
      return authOf(await client.call('codex/account', { cwd: workspace.cwd }, ACCOUNT_MS));
    } finally {
      client.close();
    }
  } catch (error) {
    return isCodexAnswer(error) ? authRefused(oneLine(messageOf(error), DETAIL_CHARS)) : null;
  }
}

function findingOf({ loggedIn, detail, requiresOpenaiAuth }: Auth): Finding {
  const login = about('codex.login', 'Login');
  if (loggedIn === true) return login.ok(detail);
  return login.problem(detail, requiresOpenaiAuth === true ? REMEDY : 'see what "codex doctor" says');
}

function askProgram({ command, script, environment }: CodexBinary, scene: Scene, signal: AbortSignal): Promise<Ended> {
  return runBounded(command, [...script, 'login', 'status'], {
    cwd: scene.workspace.root,
    environment: { ...scene.environment, ...environment },
    timeoutMs: PROGRAM_MS,
    maxBytes: MAX_OUTPUT_BYTES,
    signal,
  });
}

/**
 * What `codex login status` says. It fails alike when nobody is logged in and when it cannot tell.
 * @param provider the one of the configuration; null for OpenAI.
 */
export function loginFinding(ended: Ended, provider: string | null): Finding {
  const login = about('codex.login', 'Login');
  if (ended.id !== 'exited') return login.warning('"codex login status" did not answer', 'run it by hand');
  const said = tellingLine(`${ended.stdout.toString('utf8')}\n${ended.stderr}`);
  if (ended.status === 0) return login.ok(said);
  if (!/not logged in/iu.test(said)) {
    return login.note(`cannot be told: ${said === '' ? `status ${ended.status}` : said}`, 'run setup: it asks Codex');
  }
  if (provider === null) return login.problem(said, REMEDY);
  const other = `not logged in at OpenAI; the configured provider "${oneLine(provider, DETAIL_CHARS)}" may not need it`;
  return login.note(other, 'run setup: it asks Codex');
}

/** The provider that Codex is configured for, if it is another one than OpenAI. Only as far as it is plain to see. */
export function configuredProvider(codexHome: string): string | null {
  let text: string;
  try {
    text = readRegularFile(realpathSync(path.join(codexHome, 'config.toml')), MAX_CONFIGURATION_BYTES);
  } catch {
    return null;
  }
  // Keys of the document itself come before its first table.
  const [own = ''] = text.split(/^\s*\[/mu);
  const [, provider] = /^\s*model_provider\s*=\s*["']([^"']+)["']/mu.exec(own) ?? [];
  return provider === undefined || provider === 'openai' ? null : provider;
}
