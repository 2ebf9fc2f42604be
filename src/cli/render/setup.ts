import type { SessionRuntime } from '../session-runtime.ts';
import type { Auth } from '../setup/auth.ts';
import type { Checks } from '../setup/checks.ts';
import { gateLabel } from './gate.ts';

export interface SetupReport extends Checks {
  readonly ready: boolean;
  readonly auth: Auth;
  readonly sessionRuntime: SessionRuntime;
  readonly reviewGateEnabled: boolean | null;
  readonly actionsTaken: readonly string[];
  readonly nextSteps: readonly string[];
}

/** What setup has found, for people and for Claude: Markdown. */
export function renderSetup(report: SetupReport, checks: Checks): string {
  const found = Object.entries(checks).map(([name, { detail }]) => `- ${name}: ${detail}`);
  const blocks = [
    ['# Codex Setup'],
    [`Status: ${report.ready ? 'ready' : 'needs attention'}`],
    [
      'Checks:',
      ...found,
      `- auth: ${report.auth.detail}`,
      `- session runtime: ${report.sessionRuntime.label}`,
      `- review gate: ${gateLabel(report.reviewGateEnabled)}`,
    ],
    ...listed('Actions taken:', report.actionsTaken),
    ...listed('Next steps:', report.nextSteps),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function listed(title: string, items: readonly string[]): string[][] {
  return items.length === 0 ? [] : [[title, ...items.map((item) => `- ${item}`)]];
}
