import { expect, test } from 'vitest';
import { authOf } from '../../../src/cli/setup/auth.ts';

test.each([
  [{ id: 'acme', name: 'Acme AI' }, 'Acme AI'],
  [{ id: 'openai', name: null }, 'OpenAI'],
  [{ id: 'ollama', name: null }, 'Ollama'],
  [{ id: 'lmstudio', name: null }, 'LM Studio'],
  [{ id: 'acme', name: null }, 'acme'],
  [null, 'The active provider'],
])('a provider is called by its own name, else by the usual one, else by its id: %j', (provider, name) => {
  const nobody = { account: null, provider, codexVersion: null };
  expect(authOf({ ...nobody, requiresOpenaiAuth: true })).toMatchObject({
    loggedIn: false,
    detail: `${name} requires OpenAI authentication`,
    provider: provider?.id ?? null,
  });
  expect(authOf({ ...nobody, requiresOpenaiAuth: false })).toMatchObject({
    loggedIn: true,
    detail: `${name} is configured and does not require OpenAI authentication`,
  });
});

test.each([
  [false, true],
  [true, false],
  [null, false],
])('an account of a kind that we do not know counts where nobody has to be logged in: %s', (required, loggedIn) => {
  const account = { type: 'amazonBedrock', email: null, planType: null };
  const answer = { account, requiresOpenaiAuth: required, provider: null, codexVersion: null };
  expect(authOf(answer)).toMatchObject({ loggedIn, authMethod: null, verified: null });
});
