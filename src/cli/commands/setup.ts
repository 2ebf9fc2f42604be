import type { Command } from 'commander';
import { brokenPackages, isInstallable, repairRuntimePackages } from '../../client/runtime-packages.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { type Progress, withProgress } from '../progress/progress.ts';
import { renderSetup, type SetupReport } from '../render/setup.ts';
import { reviewGate, setReviewGate } from '../review-gate.ts';
import { type SessionRuntime, sessionRuntime } from '../session-runtime.ts';
import { askAccount } from '../setup/ask-account.ts';
import { authWithoutCodex } from '../setup/auth.ts';
import { allThere, type Checks, runChecks } from '../setup/checks.ts';
import { nextSteps } from '../setup/next-steps.ts';

interface SetupOptions extends CommonOptions {
  readonly enableReviewGate?: boolean;
  readonly disableReviewGate?: boolean;
}

export function setupCommand(program: Command): void {
  withCommonOptions(program.command('setup'))
    .summary('whether everything is there, and who is logged in')
    .description('Looks for what is needed and asks Codex who is logged in; exits 0 also when something is missing.')
    .option('--enable-review-gate', 'have Codex review the last turn of a session before it may end')
    .option('--disable-review-gate', 'let sessions end without a review')
    .action(async (options: SetupOptions) => {
      const context = openContext(options.cwd);
      // First of all: what was chosen holds, whatever else is missing.
      const gateActions = setGate(context, options);
      const { report, checks } = await withProgress(
        context,
        'Looking for what is needed',
        (progress) => lookAround(context, gateActions, progress),
        { quiet: options.json === true },
      );
      if (options.json) context.io.json(report);
      else context.io.foreign(renderSetup(report, checks));
    });
}

async function lookAround(context: Context, gateActions: readonly string[], progress: Progress) {
  const actionsTaken = [...gateActions, ...(await installPackages(context, progress))];
  const checks = await runChecks(context);
  progress.doing('Asking Codex who is logged in');
  return { checks, report: await reportOf(context, checks, actionsTaken) };
}

function setGate(context: Context, { enableReviewGate, disableReviewGate }: SetupOptions): string[] {
  if (enableReviewGate && disableReviewGate)
    throw new CliError(EXIT.usage, 'Choose either --enable-review-gate or --disable-review-gate.');
  if (!enableReviewGate && !disableReviewGate) return [];
  setReviewGate(context, enableReviewGate === true);
  return [`${enableReviewGate ? 'Enabled' : 'Disabled'} the stop-time review gate for ${context.workspace.root}.`];
}

/** A host installs them together with a plugin, and goes on when it cannot. */
async function installPackages({ program }: Context, progress: Progress): Promise<string[]> {
  const names = (await brokenPackages(program)).filter(isInstallable).map(({ name }) => name);
  if (names.length === 0) return [];
  progress.doing(`Installing ${names.join(', ')}`);
  const repair = await repairRuntimePackages(program);
  return [repair.ok ? `Installed ${names.join(', ')}.` : `Could not install ${names.join(', ')}: ${repair.why}.`];
}

async function reportOf(context: Context, checks: Checks, actionsTaken: string[]): Promise<SetupReport> {
  const runtime = sessionRuntime(context);
  const { codex } = checks;
  const auth = codex.available ? await askAccount(context) : authWithoutCodex(codex.detail);
  const gate = reviewGate(context);
  return {
    ready: allThere(checks) && auth.loggedIn === true,
    ...checks,
    auth,
    sessionRuntime: asFound(runtime, sessionRuntime(context)),
    reviewGateEnabled: gate,
    actionsTaken,
    nextSteps: nextSteps({ checks, auth, gate }),
  };
}

/** The runtime as it was before setup started a broker for its own question. */
function asFound(before: SessionRuntime, after: SessionRuntime): SessionRuntime {
  if (before.mode === 'shared' || after.mode === 'direct') return before;
  return { ...before, detail: 'No broker served this workspace; the next job uses the one that setup has started.' };
}
