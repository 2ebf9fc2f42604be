import { type ClientErrorCode, clientErrorOf } from '../client/client-error.ts';
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

/** As help and the manual page have them. */
export const EXIT_MEANINGS: Readonly<Record<ExitCode, string>> = {
  [EXIT.done]: 'done',
  [EXIT.jobFailed]: 'the job failed',
  [EXIT.usage]: 'usage',
  [EXIT.noSuchJob]: 'no such job',
  [EXIT.brokerUnreachable]: 'broker cannot be reached',
  [EXIT.codexUnusable]: 'Codex missing, unusable or not logged in',
  [EXIT.usageLimit]: 'usage limit',
  [EXIT.deadline]: 'a deadline ended the job, or the wait',
  [EXIT.interrupted]: 'interrupted or cancelled',
  [EXIT.terminated]: 'terminated',
};

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

/** Of several jobs, in the order in which they ended: the first that has not completed says why. */
export function verdictOf(ended: readonly FinishedJob[]): ExitCode {
  return ended.map(exitCodeOf).find((code) => code !== EXIT.done) ?? EXIT.done;
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

const BY_CODE: Readonly<Record<ClientErrorCode, ExitCode>> = {
  invalid_request: EXIT.usage,
  misconfigured: EXIT.usage,
  key_taken: EXIT.usage,
  queue_full: EXIT.jobFailed,
  job_not_found: EXIT.noSuchJob,
  not_resumable: EXIT.jobFailed,
  not_reviewable: EXIT.jobFailed,
  broker_unreachable: EXIT.brokerUnreachable,
  broker_incompatible: EXIT.brokerUnreachable,
  packages_missing: EXIT.brokerUnreachable,
  codex_unusable: EXIT.codexUnusable,
  codex_refused: EXIT.jobFailed,
  codex_silent: EXIT.deadline,
  timed_out: EXIT.deadline,
  interrupted: EXIT.interrupted,
};

/** Null for a defect: an error that nobody has foreseen. */
export function exitCodeForError(error: unknown): ExitCode | null {
  if (error instanceof CliError) return error.exitCode;
  const expected = clientErrorOf(error);
  return expected === null ? null : BY_CODE[expected.code];
}
