import type { Command } from 'commander';
import { type JobOptions, saidByOptions } from '../../client/job-spec.ts';
import { nearest } from '../../config/nearest.ts';
import { type Resolved, withFlags } from '../../config/settings.ts';
import type { ApprovalRule } from '../../contract/job.ts';
import { openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { withApprovalOption, withSettingOptions } from '../job-options.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { fileReport, renderFiles, renderSetting, renderSettings, settingReport } from '../render/settings.ts';

interface ConfigOptions extends CommonOptions, JobOptions {
  readonly paths?: boolean;
  readonly onApproval?: ApprovalRule;
}

export function configCommand(program: Command): void {
  withApprovalOption(withSettingOptions(withCommonOptions(program.command('config'))))
    .summary('every setting, and where its value comes from')
    .description(
      'Shows the settings in force here, or one of them: its value, where that comes from, and what it means. An option comes before the environment, that before the file of the project, that before your own file, that before the default. A broker reads its settings when it starts.',
    )
    .argument('[setting]', 'name of a setting, such as job_timeout')
    .option('--paths', 'say which files are looked for, and whether they are there')
    .action((key: string | undefined, options: ConfigOptions) => {
      const { config, io } = openContext(options.cwd);
      if (options.paths) {
        if (options.json) io.json({ files: config.files.map(fileReport) });
        else io.foreign(renderFiles(config.files));
        return;
      }
      const settings = withFlags(config.resolved, saidByConfigOptions(options));
      if (key !== undefined) {
        const setting = named(settings, key);
        if (options.json) io.json(settingReport(setting, config.environment));
        else io.foreign(renderSetting(setting, config.environment));
      } else if (options.json) {
        const reports = settings.map((setting) => settingReport(setting, config.environment));
        io.json({ settings: reports, files: config.files.map(fileReport) });
      } else io.foreign(renderSettings(settings, config.environment));
    });
}

function saidByConfigOptions(options: ConfigOptions) {
  const { onApproval } = options;
  return { ...saidByOptions(options), ...(onApproval === undefined ? {} : { onApproval }) };
}

/** @throws CliError (exit 2) */
function named(settings: readonly Resolved[], key: string): Resolved {
  const found = settings.find(({ row }) => row.key === key || row.variable === key);
  if (found !== undefined) return found;
  const meant = nearest(
    key,
    settings.map(({ row }) => row.key),
  );
  const hint = meant === undefined ? '' : `did you mean "${meant}"? `;
  throw new CliError(EXIT.usage, `There is no setting "${key}" (${hint}"codex-companion config" lists them all)`);
}
