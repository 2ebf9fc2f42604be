import { type Command, InvalidArgumentError } from 'commander';
import type { PermissionNames } from '../client/permissions.ts';
import { APPROVAL_RULES, EFFORTS, type Effort } from '../contract/job.ts';
import { choiceOption, durationArgument, keyArgument, nameArgument, retriesArgument } from './options.ts';

/** What the options of {@link PermissionNames} are called here. */
export const PERMISSION_FLAGS: PermissionNames = {
  write: '--write',
  sandbox: '--sandbox',
  network: '--network',
  addDir: '--add-dir',
};

/** The options of every command that makes a job; see client/job-spec.ts. */
export function withJobOptions(command: Command): Command {
  return withSettingOptions(command).option(
    '--key <key>',
    'the same key again is the same job: it is joined, or its result given',
    keyArgument,
  );
}

/** Those of them that come before a setting. Their defaults are those of the settings. */
export function withSettingOptions(command: Command): Command {
  return command
    .option('-m, --model <model>', 'model to use ("spark" is short for gpt-5.3-codex-spark)', nameArgument)
    .addOption(choiceOption('--effort <effort>', 'reasoning effort', EFFORTS, effortArgument))
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
    );
}

export function withApprovalOption(command: Command): Command {
  const description =
    'when Codex asks for more than its sandbox allows (default decline; ask needs a terminal to ask on)';
  return command.addOption(choiceOption('--on-approval <rule>', description, APPROVAL_RULES));
}

function effortArgument(text: string): Effort {
  const effort = EFFORTS.find((known) => known === text.toLowerCase());
  if (effort === undefined) throw new InvalidArgumentError(`Choose one of ${EFFORTS.join(', ')}`);
  return effort;
}
