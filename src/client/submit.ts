import { CONTROL_ERRORS, type ControlResult, type ShuttingDown } from '../contract/control.ts';
import { messageOf } from '../contract/fault.ts';
import { isFinished, type JobSpec } from '../contract/job.ts';
import { RpcError } from '../rpc/message.ts';
import { KeyTaken, knownJob } from '../status/keyed-job.ts';
import { settledWithin } from '../util/deadline.ts';
import { isBrokerGone } from './broker-gone.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import type { ControlClient } from './control-client.ts';
import { BROKER_START_MS, ensureBroker } from './daemon.ts';
import type { Attachment } from './follow.ts';

/** Brokers that end while a job is handed to them are replaced; more than a few in a row is a fault. */
const MAX_SUBMIT_ATTEMPTS = 5;

export interface Submitted {
  readonly answer: ControlResult<'job/submit'>;
  /** Present when it was asked for; the caller closes it. */
  readonly attached: Attachment | null;
}

export interface SubmitOptions {
  readonly follow: boolean;
  /** Called when a broker has to be started first. */
  readonly onStarting?: (() => void) | undefined;
}

/**
 * Hands a job to the workspace's broker. The id is the client's, so asking a second broker after an
 * answer was lost cannot run the job twice.
 * @throws ClientError, CodexNotFound
 */
export async function submitJob(context: ClientContext, spec: JobSpec, options: SubmitOptions): Promise<Submitted> {
  return endedBefore(context, spec) ?? submitToBroker(context, spec, options);
}

async function submitToBroker(context: ClientContext, spec: JobSpec, options: SubmitOptions): Promise<Submitted> {
  let why = '';
  let notice: ShuttingDown | undefined;
  for (let attempt = 0; attempt < MAX_SUBMIT_ATTEMPTS; attempt += 1) {
    const client = await ensureBroker(context, {
      submitting: true,
      onStarting: options.onStarting,
      onShuttingDown: (last) => {
        notice = last;
      },
    });
    try {
      const submitted = await handOver(context, client, spec, options);
      if (submitted.attached === null) client.close();
      return submitted;
    } catch (error) {
      // A broker that drains lets its jobs end first; the next one can start when it is gone.
      const gone = !isDraining(error) || (await settledWithin(client.closed, BROKER_START_MS));
      client.close();
      if (!gone) throw stillDraining(messageOf(error));
      if (!isEnding(error)) throw submitError(error);
      // No other broker would fare better: Codex itself cannot be started.
      if (notice?.cause === 'app_server_start_failed') throw new ClientError('codex_unusable', notice.message);
      why = messageOf(error);
    }
  }
  throw new ClientError(
    'broker_unreachable',
    `Cannot submit the job: ${MAX_SUBMIT_ATTEMPTS} brokers ended in a row (${why})`,
  );
}

/** What has ended changes no more: no broker is needed to say so. */
function endedBefore({ store }: ClientContext, spec: JobSpec): Submitted | null {
  try {
    const job = knownJob(spec, (jobId) => store.read(jobId));
    return job !== null && isFinished(job) ? { answer: { job, position: 0 }, attached: null } : null;
  } catch (error) {
    if (error instanceof KeyTaken) throw new ClientError('key_taken', error.message, { cause: error });
    throw error;
  }
}

async function handOver(
  context: ClientContext,
  client: ControlClient,
  spec: JobSpec,
  options: { readonly follow: boolean },
): Promise<Submitted> {
  const answering = client.call('job/submit', spec);
  if (!options.follow) return { answer: await answering, attached: null };
  // Meanwhile: what listens to the bus takes longer to load than the broker to take the job, and than some jobs to end.
  const [answered, attachment] = await Promise.allSettled([answering, attach(context, client, spec.id)]);
  const attached = attachment.status === 'fulfilled' ? attachment.value : null;
  if (answered.status === 'rejected') {
    // A subscription that nobody reads would keep this process from ending.
    attached?.subscriber.close();
    throw answered.reason;
  }
  const answer = answered.value;
  if (attached === null || answer.job.owner.brokerId === client.hello.brokerId) return { answer, attached };
  // A job that another broker has, under the same key: nothing of it will be heard here.
  attached.subscriber.close();
  return { answer, attached: null };
}

/** What has happened to the job since the broker said hello is told, too. */
async function attach(context: ClientContext, client: ControlClient, jobId: string): Promise<Attachment> {
  const { attachTo } = await import('./follow.ts');
  return attachTo(context, client, jobId, { sinceSeq: client.hello.seq });
}

/** The broker went away, or was about to, in this very moment: another one will take the job. */
function isEnding(error: unknown): boolean {
  return isBrokerGone(error) || isDraining(error);
}

function isDraining(error: unknown): boolean {
  return error instanceof RpcError && error.code === CONTROL_ERRORS.draining;
}

function stillDraining(why: string): ClientError {
  const remedy = 'try again when its jobs have ended, or run "codex-companion broker stop --force"';
  return new ClientError('broker_unreachable', `Cannot submit the job: ${why} (${remedy})`);
}

function queueFull(error: RpcError): ClientError {
  const remedy = 'try again when some of them have ended, or allow more with CODEX_COMPANION_MAX_QUEUED';
  return new ClientError('queue_full', `Cannot submit the job: ${error.message} (${remedy})`, { cause: error });
}

function submitError(error: unknown): unknown {
  if (!(error instanceof RpcError)) return error;
  if (error.code === CONTROL_ERRORS.queueFull) return queueFull(error);
  if (error.code === CONTROL_ERRORS.keyTaken) return new ClientError('key_taken', error.message, { cause: error });
  return new ClientError('broker_unreachable', `The broker refused the job: ${error.message}`, { cause: error });
}
