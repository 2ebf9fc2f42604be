import { runtimePackagesRemedy } from '../runtime-packages.ts';
import type { Auth } from './auth.ts';
import type { Checks } from './checks.ts';

/** What is left to do, most urgent first. */
export function nextSteps(checks: Checks, auth: Auth, gate: boolean | null): string[] {
  const steps: string[] = [];
  if (!checks.packages.available) steps.push(`Install the packages of the plugin: ${runtimePackagesRemedy()}.`);
  if (!checks.codex.available) steps.push('Install Codex with `npm install -g @openai/codex`.');
  if (auth.loggedIn === false && auth.requiresOpenaiAuth === true) {
    steps.push('Run `!codex login`.');
    steps.push('Where no browser can be opened: `!codex login --device-auth`, or `!codex login --with-api-key`.');
  }
  if (auth.loggedIn === null) {
    steps.push('Run setup again in a moment; `codex-companion broker restart --force` replaces what does not answer.');
  }
  if (gate !== true)
    steps.push('Optional: run `/codex:setup --enable-review-gate` to have Codex review before a stop.');
  return steps;
}
