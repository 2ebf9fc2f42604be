import type { Auth } from './auth.ts';
import type { Checks } from './checks.ts';

/** What setup has found; of the gate null when nobody can tell. */
export interface Found {
  readonly checks: Checks;
  readonly auth: Auth;
  readonly gate: boolean | null;
}

/** What is left to do, most urgent first. */
export function nextSteps({ checks, auth, gate }: Found): string[] {
  const steps: string[] = [];
  if (checks.packages.remedy !== undefined)
    steps.push(`Install the packages of the plugin: ${checks.packages.remedy}.`);
  if (!checks.codex.available) steps.push('Install Codex with `npm install -g @openai/codex`.');
  if (auth.available && auth.loggedIn === false) steps.push(...stepsToLogIn(auth));
  if (auth.loggedIn === null) {
    steps.push('Run setup again in a moment; `codex-companion broker restart --force` replaces what does not answer.');
  }
  if (gate !== true)
    steps.push('Optional: run `/codex:setup --enable-review-gate` to have Codex review before a stop.');
  return steps;
}

/** Where Codex has not said that it is a login that is missing, it is something else that is wrong. */
function stepsToLogIn({ requiresOpenaiAuth }: Auth): string[] {
  if (requiresOpenaiAuth !== true)
    return ['Run `!codex doctor`: it says what is wrong with the installation or its configuration.'];
  return [
    'Run `!codex login`.',
    'Where no browser can be opened: `!codex login --device-auth`, or `!codex login --with-api-key`.',
  ];
}
