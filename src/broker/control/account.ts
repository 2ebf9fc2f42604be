import type { AccountResult, ConfigResult } from '../../codex/requests.ts';
import { CONTROL_ERRORS } from '../../contract/control.ts';
import { RpcError } from '../../rpc/message.ts';
import type { CodexQueries } from '../codex-queries.ts';
import type { Handler } from './handler.ts';

/** Who is logged in at Codex, asked of the app-server that is there anyway. */
export const account: Handler<'codex/account'> = async ({ cwd }, { codex, lifecycle }) => {
  const [known, config] = await Promise.all([
    codex.ask('account/read', { refreshToken: false }),
    configurationOf(codex, cwd),
  ]);
  return {
    account: accountOf(known),
    requiresOpenaiAuth: known.requiresOpenaiAuth,
    provider: providerOf(config),
    codexVersion: lifecycle.status().appServer.version,
  };
};

/** Null of a Codex that has no way to tell it. One that cannot be read is an error: no turn would start with it. */
async function configurationOf(codex: CodexQueries, cwd: string): Promise<ConfigResult | null> {
  try {
    return await codex.ask('config/read', { cwd });
  } catch (error) {
    if (error instanceof RpcError && error.code === CONTROL_ERRORS.codexTooOld) return null;
    throw error;
  }
}

function accountOf({ account: known }: AccountResult) {
  return known === null ? null : { type: known.type, email: known.email, planType: known.planType };
}

function providerOf(result: ConfigResult | null) {
  const id = result?.config.model_provider ?? null;
  return id === null ? null : { id, name: result?.config.model_providers?.[id]?.name ?? null };
}
