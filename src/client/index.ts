// What `codex-companion/client` is: the entry of its bundle, and of its types.
import { fileURLToPath } from 'node:url';
import { loadWorkspace, problemsOf } from '../config/config.ts';
import { isDirectory } from '../util/is-directory.ts';
import type { Companion, ConnectOptions } from './api.ts';
import { ConnectSchema, checked } from './checked.ts';
import { ClientError, clientErrorOf } from './client-error.ts';
import { WorkspaceCompanion } from './companion.ts';
import { clientContext } from './context.ts';

export type { BrokerEvent, BusEvent, Envelope, JobEvent } from '../contract/event.ts';
export type { Fact } from '../contract/fact.ts';
export type { Reason } from '../contract/fault.ts';
export type { JobKind } from '../contract/ids.ts';
export type { JobStatus } from '../contract/job.ts';
export type { ProcessIdentity } from '../contract/process-identity.ts';
export type {
  Companion,
  ConnectOptions,
  FinishedJob,
  FollowOptions,
  Job,
  JobsOptions,
  SubscribeOptions,
  WaitOptions,
} from './api.ts';
export type { EventPosition } from './bookmark.ts';
export { ClientError, type ClientErrorCode } from './client-error.ts';
export type { EventItem } from './event-item.ts';
export type { AdversarialReviewResult, JobResult, ReviewResult, TaskResult } from './result.ts';
export type { AdversarialReviewSubmission, ReviewSubmission, Submission, TaskSubmission } from './submission.ts';

/**
 * A client of the brokers of the workspace that `cwd` is in. Nothing is started and no connection made before something is asked for.
 * @throws ClientError (`invalid_request`, `misconfigured`)
 */
export async function connect(options: ConnectOptions = {}): Promise<Companion> {
  const given = checked(ConnectSchema, options, 'connect');
  const { cwd = process.cwd(), env, start, onWarning = () => undefined } = given;
  if (!isDirectory(cwd)) throw new ClientError('invalid_request', `Cannot connect: "${cwd}" is not a directory`);
  try {
    const { config, workspace } = loadWorkspace(cwd, env);
    for (const problem of problemsOf(config)) onWarning(problem);
    const context = clientContext({
      config,
      workspace,
      program: fileURLToPath(import.meta.url),
      startsBrokers: start,
      warn: onWarning,
    });
    return new WorkspaceCompanion(context);
  } catch (error) {
    throw clientErrorOf(error) ?? error;
  }
}
