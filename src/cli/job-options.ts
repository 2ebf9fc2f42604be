import type { Command } from 'commander';
import type { PermissionNames } from '../client/permissions.ts';
import { durationArgument, effortArgument, keyArgument, retriesArgument } from './options.ts';

/** What the options of {@link PermissionNames} are called here. */
export const PERMISSION_FLAGS: PermissionNames = {
  write: '--write',
  sandbox: '--sandbox',
  network: '--network',
  addDir: '--add-dir',
};

/** The options of every command that makes a job; see client/job-spec.ts. */
export function withJobOptions(command: Command): Command {
  return command
    .option('-m, --model <model>', 'model to use ("spark" is short for gpt-5.3-codex-spark)')
    .option('--effort <effort>', 'reasoning effort: none, minimal, low, medium, high, xhigh', effortArgument)
    .option(
      '--timeout <duration>',
      'end the job after this time, such as 45m; 0 = never (default 30m)',
      durationArgument,
    )
    .option(
      '--idle-timeout <duration>',
      'end the job after this time without progress; 0 = never (default 10m)',
      durationArgument,
    )
    .option(
      '--start-timeout <duration>',
      'end the job if its turn has not started after this time; 0 = never (default 60s)',
      durationArgument,
    )
    .option(
      '--queue-timeout <duration>',
      'end the job if it has to wait longer than this; 0 = never (default)',
      durationArgument,
    )
    .option(
      '--retries <n>',
      'try again so often when an attempt is lost before it has done anything; each has the whole time (default 0)',
      retriesArgument,
    )
    .option('--key <key>', 'the same key again is the same job: it is joined, or its result given', keyArgument);
}
