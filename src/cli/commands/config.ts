import type { Command } from 'commander';
import { withApprovalOption, withSettingOptions } from '../job-options.ts';
import { withCommonOptions } from '../options.ts';
import type { SettingsOptions } from '../show-settings.ts';

interface ConfigOptions extends SettingsOptions {
  readonly paths?: boolean;
}

export function configCommand(program: Command): void {
  withApprovalOption(withSettingOptions(withCommonOptions(program.command('config'))))
    .summary('every setting, and where its value comes from')
    .description(
      'Shows the settings in force here, or one of them: its value, where that comes from, and what it means. An option comes before the environment, that before the file of the project, that before your own file, that before the default. A broker reads its settings when it starts.',
    )
    .argument('[setting]', 'name of a setting, such as job_timeout')
    .option('--paths', 'say which files are looked for, and whether they are there')
    .action(async (key: string | undefined, options: ConfigOptions) => {
      const { showSettings, showSettingsFiles } = await import('../show-settings.ts');
      if (options.paths) showSettingsFiles(options);
      else showSettings(key, options);
    });
}
