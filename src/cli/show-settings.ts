import { type JobOptions, saidByOptions } from '../client/job-spec.ts';
import { nearest } from '../config/nearest.ts';
import { type Resolved, withFlags } from '../config/settings.ts';
import type { ApprovalRule } from '../contract/job.ts';
import { openSettings } from './context.ts';
import { CliError, EXIT } from './exit-codes.ts';
import type { CommonOptions } from './options.ts';
import { fileReport, renderFiles, renderSetting, renderSettings, settingReport } from './render/settings.ts';

/** Those of the options that come before a setting. */
export interface SettingsOptions extends CommonOptions, JobOptions {
  readonly onApproval?: ApprovalRule;
}

/** All settings, or the one that `key` names. @throws CliError (exit 2) */
export function showSettings(key: string | undefined, options: SettingsOptions): void {
  const { config, io } = openSettings(options.cwd);
  const { environment } = config;
  const settings = withFlags(config.resolved, said(options));
  if (key !== undefined) {
    const setting = named(settings, key);
    if (options.json) io.json(settingReport(setting, environment));
    else io.foreign(renderSetting(setting, environment));
  } else if (options.json) {
    const reports = settings.map((setting) => settingReport(setting, environment));
    io.json({ settings: reports, files: config.files.map(fileReport) });
  } else io.foreign(renderSettings(settings, environment));
}

export function showSettingsFiles(options: CommonOptions): void {
  const { config, io } = openSettings(options.cwd);
  if (options.json) io.json({ files: config.files.map(fileReport) });
  else io.foreign(renderFiles(config.files));
}

function said(options: SettingsOptions) {
  const { onApproval } = options;
  return { ...saidByOptions(options), ...(onApproval === undefined ? {} : { onApproval }) };
}

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
