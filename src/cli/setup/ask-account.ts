import { askCodex, isCodexAnswer, isSilence } from '../../client/ask-codex.ts';
import { findBroker } from '../../client/daemon.ts';
import { messageOf } from '../../contract/fault.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { Context } from '../context.ts';
import { type Auth, authOf, authRefused, authUnknown } from './auth.ts';

/** Longest time to learn who is logged in, with the start of a broker and its app-server where there is none. */
export const ACCOUNT_MS = 8_000;

/** Longest time to learn why nobody has answered. */
export const STATE_MS = 1_000;

const DETAIL_CHARS = 500;

/** Never rejects, and never takes silence for an answer. */
export async function askAccount(context: Context): Promise<Auth> {
  try {
    return authOf(await askCodex(context, 'codex/account', { cwd: context.workspace.cwd }, ACCOUNT_MS));
  } catch (error) {
    if (isCodexAnswer(error)) return authRefused(oneLine(error.message, DETAIL_CHARS));
    const why = isSilence(error) ? `${messageOf(error)}${await stateOf(context)}` : messageOf(error);
    return authUnknown(oneLine(`Cannot tell who is logged in: ${why}`, DETAIL_CHARS));
  }
}

/** What the broker knows of the app-server that does not answer. */
async function stateOf(context: Context): Promise<string> {
  try {
    const client = await findBroker(context.place().paths, { impatient: true, signal: AbortSignal.timeout(STATE_MS) });
    if (client === null) return '';
    try {
      const { pid, state } = (await client.call('broker/status', {})).appServer;
      return ` (the app-server is ${state}${pid === null ? '' : `, pid ${pid}`})`;
    } finally {
      client.close();
    }
  } catch {
    return ' (the broker does not answer, either)';
  }
}
