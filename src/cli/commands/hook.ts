import type { Command } from 'commander';
import { messageOf } from '../../contract/fault.ts';
import { CliError, EXIT } from '../exit-codes.ts';

// Each is loaded when it is called: the host waits for a hook at every turn.
const HOOKS: ReadonlyMap<string, () => Promise<void>> = new Map([
  ['session-start', async () => (await import('../hooks/session-start.ts')).sessionStart()],
  ['session-end', async () => (await import('../hooks/session-end.ts')).sessionEnd()],
  ['stop', async () => (await import('../hooks/stop.ts')).stop()],
  ['user-prompt-submit', async () => (await import('../hooks/user-prompt-submit.ts')).userPromptSubmit()],
]);

/**
 * What the host calls at events of a session, with its JSON on standard input. An event that we know nothing of is none
 * of our business. To a host exit status 2 means "hold it back", so whatever goes wrong here ends with 1.
 */
export function hookCommand(program: Command): void {
  program
    .command('hook')
    .summary('what a host such as Claude Code calls at events of a session')
    .description("Answers an event of a host's session, whose JSON comes on standard input.")
    .argument('<event>', [...HOOKS.keys()].join(', '))
    .configureOutput({ outputError: () => undefined })
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : failed(`${error.message.replace(/^error: /u, '')} (see --help)`);
    })
    .action(async (event: string) => {
      try {
        await HOOKS.get(event)?.();
      } catch (error) {
        throw error instanceof CliError && error.exitCode === EXIT.terminated ? error : failed(messageOf(error));
      }
    });
}

function failed(message: string): CliError {
  return new CliError(EXIT.jobFailed, message.trim().replaceAll(/\s*\n\s*/gu, ' '));
}
