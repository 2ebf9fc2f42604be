import type { Command } from 'commander';
import { SCOPES } from '../review/scope.ts';
import { choiceOption, nameArgument } from './options.ts';

export function withTargetOptions(command: Command): Command {
  return command
    .option('--base <ref>', 'review what the branch has over this ref', nameArgument)
    .addOption(choiceOption('--scope <scope>', 'auto: the working tree when it is dirty', SCOPES, String));
}
