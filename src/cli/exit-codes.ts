import type { Reason } from '../contract/fault.ts';
import type { FinishedJob } from '../contract/job.ts';

/** What the command's exit status says. Documented in `--help` and the README. */
export const EXIT = {
  done: 0,
  jobFailed: 1,
  usage: 2,
  noSuchJob: 3,
  brokerUnreachable: 4,
  codexUnusable: 5,
  usageLimit: 6,
  deadline: 124,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_REASON: Partial<Record<Reason, ExitCode>> = {
  app_server_start_failed: EXIT.codexUnusable,
  unauthorized: EXIT.codexUnusable,
  usage_limit: EXIT.usageLimit,
  queue_timeout: EXIT.deadline,
  start_timeout: EXIT.deadline,
  idle_timeout: EXIT.deadline,
  deadline_exceeded: EXIT.deadline,
};

/** Exit 0 means completed, and nothing else does. */
export function exitCodeOf(job: FinishedJob): ExitCode {
  switch (job.status) {
    case 'completed':
      return EXIT.done;
    case 'cancelled':
      return EXIT.interrupted;
    case 'failed':
      return BY_REASON[job.reason] ?? EXIT.jobFailed;
  }
}

/** A command that ends with a sentence on stderr and an exit status. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
