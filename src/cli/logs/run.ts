import { abilityOf } from '../../terminal/ability.ts';
import type { Context } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { chosenJobs, isOpen, type JobChoice } from './chosen-jobs.ts';
import { followLogs } from './follow-logs.ts';
import { lineFormat } from './format.ts';
import { LogPrinter } from './printer.ts';

export interface LogsOptions extends JobChoice {
  readonly json?: boolean;
  readonly follow?: boolean;
  readonly lines?: number;
  readonly since?: string;
  readonly exitCode?: boolean;
}

/** @returns the exit status */
export async function runLogs(context: Context, names: readonly string[], options: LogsOptions): Promise<number> {
  refuseContradictions(names, options);
  const { json = false, follow = false, since, lines } = options;
  const jobs = await chosenJobs(context, names, options);
  const { io, config } = context;
  const labels = jobs.size > 1 || isOpen(options);
  const { color } = abilityOf(process.stdout, config.environment);
  const format = lineFormat({ json, labels, color, printable: io.printable });
  const printer = new LogPrinter(io, { format, since, introduce: labels && !json });
  for (const [id, place] of jobs) printer.add(place, id, lines);
  if (follow) return followLogs(context, jobs, printer, options);
  await printer.end([...jobs.keys()]);
  return EXIT.done;
}

function refuseContradictions(names: readonly string[], options: LogsOptions): void {
  if (names.length > 0 && isOpen(options))
    throw new CliError(EXIT.usage, 'Name jobs, or choose --active or --all, not both');
  if (options.exitCode && !options.follow)
    throw new CliError(EXIT.usage, '--exit-code says how jobs have ended: it needs --follow');
}
