import type { Account } from '../../contract/control.ts';

/** Who is logged in at Codex. `loggedIn` null: nobody who could tell has answered. */
export interface Auth {
  readonly available: boolean;
  readonly loggedIn: boolean | null;
  readonly detail: string;
  /** Who says so: the app-server, the check that there is a Codex at all, or nobody. */
  readonly source: 'app-server' | 'availability' | 'unknown';
  readonly authMethod: string | null;
  /** Whether the account is known to be good; null where there is none. */
  readonly verified: boolean | null;
  readonly requiresOpenaiAuth: boolean | null;
  readonly provider: string | null;
}

const NOTHING_KNOWN = { authMethod: null, verified: null, requiresOpenaiAuth: null, provider: null } as const;

export function authWithoutCodex(detail: string): Auth {
  return { available: false, loggedIn: false, detail, source: 'availability', ...NOTHING_KNOWN };
}

/** The app-server answered, but with an error. */
export function authRefused(detail: string): Auth {
  return { available: true, loggedIn: false, detail, source: 'app-server', ...NOTHING_KNOWN };
}

export function authUnknown(detail: string): Auth {
  return { available: true, loggedIn: null, detail, source: 'unknown', ...NOTHING_KNOWN };
}

export function authOf(answer: Account): Auth {
  const { requiresOpenaiAuth, provider } = answer;
  const known = { available: true, source: 'app-server', requiresOpenaiAuth, provider: provider?.id ?? null } as const;
  return { ...known, ...verdictOn(answer) };
}

function verdictOn({ account, requiresOpenaiAuth, provider }: Account) {
  switch (account?.type) {
    case 'chatgpt': {
      const detail = `ChatGPT login active${account.email === null ? '' : ` for ${account.email}`}`;
      return { loggedIn: true, authMethod: 'chatgpt', verified: true, detail };
    }
    case 'apiKey':
      return { loggedIn: true, authMethod: 'apiKey', verified: false, detail: 'API key configured (unverified)' };
    default: {
      const none = { authMethod: null, verified: null };
      const name = nameOf(provider);
      return requiresOpenaiAuth === false
        ? { ...none, loggedIn: true, detail: `${name} is configured and does not require OpenAI authentication` }
        : { ...none, loggedIn: false, detail: `${name} requires OpenAI authentication` };
    }
  }
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['openai', 'OpenAI'],
  ['ollama', 'Ollama'],
  ['lmstudio', 'LM Studio'],
]);

function nameOf(provider: Account['provider']): string {
  if (provider === null) return 'The active provider';
  return provider.name ?? NAMES.get(provider.id) ?? provider.id;
}
