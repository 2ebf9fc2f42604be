import type { Command } from 'commander';
import { reportDamage, settleJobs } from '../../client/jobs.ts';
import { type KeepRule, keepRuleOf } from '../../status/keep-rule.ts';
import { type Pruned, prune } from '../../status/prune.ts';
import { counted } from '../../util/counted.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { ageArgument, type CommonOptions, countArgument, withCommonOptions } from '../options.ts';

interface PruneOptions extends CommonOptions {
  readonly keep?: number;
  readonly olderThan?: number;
  readonly dryRun?: boolean;
}

export function pruneCommand(program: Command): void {
  withCommonOptions(program.command('prune'))
    .summary('remove old finished jobs, with their logs')
    .description(
      'Removes finished jobs of this workspace. Without a limit those that a broker would remove, too. Jobs that run or wait stay, and so does what could not be read.',
    )
    .option(
      '--keep <n>',
      'keep the newest n finished jobs, and those that nobody has read the result of',
      countArgument,
    )
    .option('--older-than <age>', 'only those that ended longer ago, such as 30d', ageArgument)
    .option('--dry-run', 'say what would be removed, and remove nothing')
    .action(async (options: PruneOptions) => {
      const context = openContext(options.cwd);
      reportDamage(context, await settleJobs(context));
      const dryRun = options.dryRun === true;
      const pruned = await prune(context.store, { rule: ruleOf(context, options), nowMs: Date.now(), dryRun });
      if (options.json) context.io.json(reportOf(context, pruned, dryRun));
      else context.io.out(`${render(pruned, dryRun)}\n`);
      if (pruned.problem !== null) throw new CliError(EXIT.jobFailed, pruned.problem);
    });
}

function ruleOf({ config }: Context, { keep, olderThan }: PruneOptions): KeepRule {
  const { settings } = config;
  if (keep === undefined && olderThan === undefined) return keepRuleOf(settings);
  // Whoever says how old means the unread ones, too.
  const unreadWithinMs = olderThan === undefined ? settings.keepMs || Number.POSITIVE_INFINITY : null;
  return { newest: keep ?? null, withinMs: olderThan ?? null, unreadWithinMs };
}

function reportOf({ workspace }: Context, { removed, kept, keptUnread }: Pruned, dryRun: boolean): object {
  const jobs = removed.map(({ id, completedAtMs }) => ({ id, completedAt: new Date(completedAtMs).toISOString() }));
  return { workspaceRoot: workspace.root, dryRun, removed: jobs, kept, keptUnread };
}

function render({ removed, kept, keptUnread }: Pruned, dryRun: boolean): string {
  const unread = keptUnread === 0 ? '' : ` (${keptUnread} of them because nobody has read the result)`;
  const lines = removed.map(({ id, completedAtMs }) => `- ${id} | ended ${new Date(completedAtMs).toISOString()}`);
  const what = `${dryRun ? 'Would remove' : 'Removed'} ${counted(removed.length, 'finished job')}`;
  return [`${what}; ${kept} stay${unread}.`, ...lines].join('\n');
}
