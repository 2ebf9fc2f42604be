import { type Ended, runBounded } from '../../../util/bounded-process.ts';
import { windowsProgram } from '../../../util/windows-program.ts';
import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';
import { inScratchDirectory } from '../scratch-directory.ts';
import { tellingLine } from '../telling-line.ts';

/** A sandbox is there within this time. */
const SANDBOX_MS = 8_000;

const MAX_OUTPUT_BYTES = 64 * 1024;

const CONSEQUENCE =
  'jobs can run no commands, not to look around, not to test, and with --write not to change anything, unless they run without a sandbox';

/** What the ways to make a sandbox say when they may not: bubblewrap, the kernel's own means, macOS. */
const REFUSED = /bwrap|namespace|landlock|seccomp|sandbox|operation not permitted|permission denied/iu;
const UNKNOWN_COMMAND = /unrecognized|unexpected argument|unknown|invalid|usage:|cannot run/iu;

/** A program that is there everywhere, and does nothing. */
export function idleCommand(platform: NodeJS.Platform): readonly string[] {
  return platform === 'win32' ? [windowsProgram('cmd'), '/d', '/c', 'exit'] : ['true'];
}

/** Whether Codex can make its sandbox here, by having it run nothing in one. In a directory of its own: some leave traces. */
export async function checkSandbox({ codex, environment, system }: Scene, signal: AbortSignal): Promise<Finding[]> {
  if (codex === null) return [];
  const args = [...codex.script, 'sandbox', '--', ...idleCommand(system.platform)];
  const ended = await inScratchDirectory((cwd) =>
    runBounded(codex.command, args, {
      cwd,
      environment: { ...environment, ...codex.environment },
      timeoutMs: SANDBOX_MS,
      maxBytes: MAX_OUTPUT_BYTES,
      signal,
    }),
  );
  return [sandboxFinding(ended, system.platform)];
}

export function sandboxFinding(ended: Ended, platform: NodeJS.Platform): Finding {
  const sandbox = about('sandbox', 'Sandbox');
  const command = ['codex', 'sandbox', '--', ...idleCommand(platform)].join(' ');
  const byHand = `run "${command}" by hand to see more`;
  if (ended.id === 'timed_out') {
    return sandbox.warning(`it did not come up within ${SANDBOX_MS / 1000} s`, byHand);
  }
  if (ended.id !== 'exited') return sandbox.note('cannot be checked: "codex sandbox" could not be run');
  if (ended.status === 0) return sandbox.ok('Codex can run commands in it');
  const said = tellingLine(ended.stderr);
  if (ended.status === 2 && UNKNOWN_COMMAND.test(ended.stderr)) {
    return sandbox.note('cannot be checked: this Codex has no "codex sandbox -- COMMAND"');
  }
  if (REFUSED.test(said)) return sandbox.problem(`refused: ${said}; ${CONSEQUENCE}`, remedyOn(platform) ?? byHand);
  return sandbox.warning(`"${command}" ended with ${ended.status}${said === '' ? '' : `: ${said}`}`, byHand);
}

function remedyOn(platform: NodeJS.Platform): string | null {
  return platform === 'linux'
    ? 'allow unprivileged user namespaces (sysctl user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns), or install bubblewrap; in a container that is a sandbox itself use --sandbox danger-full-access'
    : null;
}
