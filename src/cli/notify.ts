import type { Command } from 'commander';
import type { JobRecord } from '../contract/job.ts';
import type { NotifyWay } from '../contract/notify.ts';
import { abilityOf } from '../terminal/ability.ts';
import type { Context } from './context.ts';
import { CliError, EXIT } from './exit-codes.ts';

/** A command that was done sooner is still being looked at: only an explicit --notify says so. */
export const NOTIFY_AFTER_MS = 10_000;

export interface NotifyOptions {
  readonly notify?: boolean;
}

export function withNotifyOption(command: Command): Command {
  return command.option(
    '--notify',
    'say when it is done: by the bell and on the desktop, or as the setting "notify" has it',
  );
}

/** @throws CliError (exit 2): a command that does not wait has nothing to say. */
export function refuseToNotifyLater({ notify, background }: NotifyOptions & { readonly background?: boolean }): void {
  if (notify !== true || background !== true) return;
  throw new CliError(
    EXIT.usage,
    '--notify is for a command that stays until the end (run "codex-companion wait JOB --notify", or set on_job_end)',
  );
}

/** What decides whether anybody is told. */
export interface Moment {
  /** By --notify. */
  readonly asked: boolean;
  readonly way: NotifyWay;
  /** Standard error is a terminal that obeys. */
  readonly onTerminal: boolean;
  /** How long the command has taken. */
  readonly tookMs: number;
}

/**
 * The way in which somebody is told: the setting speaks only where somebody is probably looking, and has looked away; an
 * explicit --notify always.
 */
export function wayToNotify({ asked, way, onTerminal, tookMs }: Moment): NotifyWay {
  if (asked) return way === 'off' ? 'all' : way;
  return onTerminal && tookMs >= NOTIFY_AFTER_MS ? way : 'off';
}

/** Says that the command has done its waiting. An explicit --notify says so if it cannot. */
export async function notifyDone(context: Context, jobs: readonly JobRecord[], options: NotifyOptions): Promise<void> {
  const { settings, environment } = context.config;
  const asked = options.notify === true;
  const onTerminal = abilityOf(process.stderr, environment).redraw;
  const way = wayToNotify({ asked, way: settings.notify, onTerminal, tookMs: process.uptime() * 1_000 });
  if (way === 'off' || jobs.length === 0) return;
  const [{ noticeOf }, { tell }] = await Promise.all([import('../notify/notice.ts'), import('../notify/tell.ts')]);
  const problem = await tell(noticeOf(jobs), way, { environment, terminal: onTerminal ? writeToTerminal : null });
  if (problem !== null && asked) context.io.note(`Cannot notify: ${problem}`);
}

function writeToTerminal(sequence: string): void {
  process.stderr.write(sequence);
}
