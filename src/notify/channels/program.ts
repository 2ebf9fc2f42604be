import os from 'node:os';
import { messageOf } from '../../contract/fault.ts';
import type { FinishedJob } from '../../contract/job.ts';
import { RUN_TAG_VARIABLE } from '../../status/broker-label.ts';
import { noteProgram } from '../../status/running-programs.ts';
import { type Ended, runBounded } from '../../util/bounded-process.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { Channel, Told } from '../channel.ts';
import { jobDocument } from '../job-document.ts';
import { jobVariables } from '../job-variables.ts';

/** Between SIGTERM and SIGKILL, for a program whose time is up. */
export const GRACE_MS = 1_000;

/** So much is kept of its stdout, and so much said of all that it wrote. */
const MAX_OUTPUT_BYTES = 8 * 1024;
const MAX_SAID_CHARS = 2_000;

export interface ProgramOptions {
  /** The program and its arguments. No shell reads them, and nothing of a job is put into them. */
  readonly command: readonly string[];
  readonly timeoutMs: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where it is noted that the program runs, for whoever clears up after a killed broker. */
  readonly notes: string;
}

/** Runs a program of the user's for each job: the job comes in its environment, and as JSON on its stdin. */
export function programChannel(options: ProgramOptions): Channel {
  return {
    setting: 'on_job_end',
    name: 'program',
    tell: async (job, signal) => verdict(await run(job, options, signal), options),
  };
}

function run(job: FinishedJob, options: ProgramOptions, signal: AbortSignal): Promise<Ended> {
  const [program = '', ...args] = options.command;
  return runBounded(program, args, {
    // Not the workspace: what a relative name means there, a repository decides.
    cwd: os.homedir(),
    environment: { ...options.environment, [RUN_TAG_VARIABLE]: undefined, ...jobVariables(job) },
    input: `${jobDocument(job)}\n`,
    onStart: (pid) => noteProgram(options.notes, pid),
    timeoutMs: options.timeoutMs,
    graceMs: GRACE_MS,
    maxBytes: MAX_OUTPUT_BYTES,
    beyondMax: 'drop',
    signal,
  });
}

function verdict(ended: Ended, { command: [program = ''], timeoutMs }: ProgramOptions): Told {
  switch (ended.id) {
    case 'exited': {
      const output = oneLine(`${ended.stdout} ${ended.stderr}`, MAX_SAID_CHARS);
      const said = output === '' ? null : `it said: ${output}`;
      if (ended.status === 0) return { ok: true, remark: said };
      return {
        ok: false,
        why: `"${program}" ended with ${statusText(ended.status)}${said === null ? '' : `; ${said}`}`,
      };
    }
    case 'timed_out':
      return { ok: false, why: `"${program}" was not done within ${timeoutMs} ms, and was ended` };
    case 'stopped':
      return { ok: false, why: `"${program}" was ended with the broker` };
    case 'cut':
      return { ok: false, why: `"${program}" said too much` };
    case 'not_started':
      return { ok: false, why: `"${program}" cannot be started: ${messageOf(ended.error)}` };
  }
}

function statusText(status: number | string): string {
  return typeof status === 'number' ? `status ${status}` : status;
}
