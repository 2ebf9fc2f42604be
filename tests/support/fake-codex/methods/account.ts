import type { App } from '../app.ts';
import type { Call } from '../call.ts';
import type { AccountKind } from '../settings.ts';
import { behave } from './behave.ts';

const CHATGPT = { type: 'chatgpt', email: 'fake@example.com', planType: 'plus', workspaceName: null } as const;

const ANSWERS: Readonly<Record<AccountKind, object>> = {
  chatgpt: { account: CHATGPT, requiresOpenaiAuth: true },
  'chatgpt-without-mail': { account: { ...CHATGPT, email: null }, requiresOpenaiAuth: true },
  'api-key': { account: { type: 'apiKey' }, requiresOpenaiAuth: true },
  'logged-out': { account: null, requiresOpenaiAuth: true },
  'provider-no-auth': { account: null, requiresOpenaiAuth: false },
};

export async function accountRead(app: App, call: Call): Promise<void> {
  const choice = app.settings.account();
  if (choice.kind === 'chosen') call.reply(ANSWERS[choice.word]);
  else if (await behave(app, 'account/read', choice)) call.reply(ANSWERS.chatgpt);
}

/** The provider fits the account: one that needs no account has a name of its own. */
export async function configRead(app: App, call: Call): Promise<void> {
  if (!(await behave(app, 'config/read', app.settings.config()))) return;
  const account = app.settings.account();
  const local = account.kind === 'chosen' && account.word === 'provider-no-auth';
  call.reply({
    config: {
      model: 'fake-model',
      model_provider: local ? 'fake-provider' : 'openai',
      model_providers: local ? { 'fake-provider': { name: 'Fake provider' } } : {},
    },
    origins: {},
  });
}
