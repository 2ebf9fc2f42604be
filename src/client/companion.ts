import { isFinished } from '../contract/job.ts';
import type { Companion, FinishedJob, FollowOptions, Job, JobsOptions, SubscribeOptions, WaitOptions } from './api.ts';
import { cancelJob } from './cancel.ts';
import { AnswerSchema, checked, FollowSchema, JobsSchema, SubscribeSchema, WaitSchema } from './checked.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import type { EventItem } from './event-item.ts';
import { currentJob, findJob, followJob } from './follow.ts';
import { jobEvents } from './job-events.ts';
import { brokerOf, readJobs, reportDamage } from './jobs.ts';
import { Lifetime } from './lifetime.ts';
import { markRead } from './mark-read.ts';
import { prepareJob } from './prepare.ts';
import { shown, shownEnd, shownJobs } from './shown-job.ts';
import { type Submission, SubmissionSchema } from './submission.ts';
import { submitJob } from './submit.ts';
import { workspaceEvents } from './workspace-events.ts';

/** Who cancels and answers, in a job's history. */
const BY = 'a program';

/** What other programs are given: see {@link Companion}. */
export class WorkspaceCompanion implements Companion {
  readonly #context: ClientContext;
  readonly #lifetime = new Lifetime();

  constructor(context: ClientContext) {
    this.#context = context;
  }

  get workspaceRoot(): string {
    return this.#context.workspace.root;
  }

  submit(given: Submission): Promise<Job> {
    return this.#lifetime.run(async (ended) => {
      const submission = checked(SubmissionSchema, given, 'submit the job');
      const spec = await prepareJob(this.#context, submission, ended);
      ended.throwIfAborted();
      const { answer } = await submitJob(this.#context, spec, { follow: false });
      return shown(answer.job);
    });
  }

  async wait(jobId: string, options: WaitOptions = {}): Promise<FinishedJob> {
    const { timeoutMs, signal } = checked(WaitSchema, options, `wait for ${jobId}`);
    return this.#lifetime.run(async (ended) => {
      const timeout = timeoutMs === undefined ? null : AbortSignal.timeout(timeoutMs);
      try {
        const over = timeout === null ? ended : AbortSignal.any([ended, timeout]);
        const job = await followJob(this.#context, jobId, { signal: over });
        markRead(this.#context, job);
        return shownEnd(job);
      } catch (error) {
        if (!timeout?.aborted || ended.aborted) throw error;
        throw new ClientError('timed_out', `${jobId} has not ended within ${timeoutMs} ms; it goes on`);
      }
    }, signal);
  }

  async *follow(jobId: string, options: FollowOptions = {}): AsyncGenerator<EventItem, void, undefined> {
    const { signal } = checked(FollowSchema, options, `follow ${jobId}`);
    yield* this.#lifetime.iterate((ended) => jobEvents(this.#context, jobId, ended), signal);
  }

  async *subscribe(options: SubscribeOptions = {}): AsyncGenerator<EventItem, void, undefined> {
    const { topics, since = 'now', signal } = checked(SubscribeSchema, options, 'subscribe');
    const every = { topics, since, follow: true, reconnect: true } as const;
    yield* this.#lifetime.iterate((ended) => workspaceEvents(this.#context, { ...every, signal: ended }), signal);
  }

  jobs(options: JobsOptions = {}): Promise<Job[]> {
    return this.#lifetime.run(async (signal) => {
      const { finished } = checked(JobsSchema, options, 'list the jobs');
      return shownJobs(this.#context, async () => {
        const read = await readJobs(this.#context, { ...(finished === undefined ? {} : { finished }), signal });
        reportDamage(this.#context, read);
        return read.jobs;
      });
    });
  }

  job(jobId: string): Promise<Job | null> {
    return this.#lifetime.run(async (signal) => {
      const [job = null] = await shownJobs(this.#context, async () => {
        const found = await findJob(this.#context, jobId, signal);
        return found === null ? [] : [found];
      });
      return job;
    });
  }

  cancel(jobId: string): Promise<FinishedJob> {
    return this.#lifetime.run(async (ended) => {
      const job = await currentJob(this.#context, jobId, ended);
      if (!isFinished(job)) await cancelJob(this.#context, job, BY, ended);
      return shownEnd(await followJob(this.#context, jobId, { signal: ended }));
    });
  }

  answer(jobId: string, questionId: string, decision: 'accept' | 'decline'): Promise<boolean> {
    return this.#lifetime.run(async (signal) => {
      const answer = checked(AnswerSchema, { questionId, decision }, `answer ${jobId}`);
      const client = await brokerOf(this.#context, await currentJob(this.#context, jobId, signal), { signal });
      if (client === null) return false;
      try {
        return (await client.call('job/answer', { jobId, ...answer, by: BY })).answered;
      } finally {
        client.close();
      }
    });
  }

  close(): Promise<void> {
    return this.#lifetime.end();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
