import type { AccountResult, ConfigResult } from '../../codex/requests.ts';
import type { Handler } from './handler.ts';

/** Who is logged in at Codex, asked of the app-server that is there anyway. */
export const account: Handler<'codex/account'> = async ({ cwd }, { codex, lifecycle }) => {
  // An app-server that does not tell its configuration is not asked again.
  const [known, config] = await Promise.all([
    codex.ask('account/read', { refreshToken: false }),
    codex.ask('config/read', { cwd }).catch(() => null),
  ]);
  return {
    account: accountOf(known),
    requiresOpenaiAuth: known.requiresOpenaiAuth,
    provider: providerOf(config),
    codexVersion: lifecycle.status().appServer.version,
  };
};

function accountOf({ account: known }: AccountResult) {
  return known === null ? null : { type: known.type, email: known.email, planType: known.planType };
}

function providerOf(result: ConfigResult | null) {
  const id = result?.config.model_provider ?? null;
  return id === null ? null : { id, name: result?.config.model_providers?.[id]?.name ?? null };
}
