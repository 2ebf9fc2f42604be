import type { Command } from 'commander';
import { subscriberModule } from '../../client/bus.ts';
import { abilityOf } from '../../terminal/ability.ts';
import { openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';

interface WatchCommandOptions extends CommonOptions {
  readonly all?: boolean;
  readonly plain?: boolean;
}

export function watchCommand(program: Command): void {
  withCommonOptions(program.command('watch'), 'not here: see "events"')
    .summary('what runs, live')
    .description(
      'On a terminal, a table of the jobs of this workspace that follows what happens, with keys to open a log and to cancel a job. Elsewhere one line for each change of a job, until it is interrupted. Leaving it ends no job.',
    )
    .option('--all', 'jobs of every session')
    .option('--plain', 'one line for each change, also on a terminal')
    .action(async (options: WatchCommandOptions) => {
      process.exitCode = await watch(options);
    });
}

async function watch({ cwd, json, all = false, plain = false }: WatchCommandOptions): Promise<number> {
  if (json) {
    const remedy = 'use "codex-companion events --follow --json", or "codex-companion status --json"';
    throw new CliError(EXIT.usage, `"watch" is for people and prints no JSON (${remedy})`);
  }
  const context = openContext(cwd);
  // Before the screen is taken: without it there is nothing to watch.
  await subscriberModule(context.program);
  const { redraw, color } = abilityOf(process.stdout, context.config.environment);
  if (plain || !redraw) {
    const { watchInLines } = await import('../watch/in-lines.ts');
    return watchInLines(context, { allSessions: all });
  }
  const { watchOnTerminal } = await import('../watch/on-terminal.ts');
  return watchOnTerminal(context, { allSessions: all, color });
}
