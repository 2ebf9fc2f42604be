import type { ApprovalQuestion, Decision } from '../codex/server-requests.ts';
import { messageOf } from '../contract/fault.ts';
import { newNonce } from '../contract/ids.ts';
import type { ApprovalRule } from '../contract/job.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';

interface Pending {
  readonly jobId: string;
  answer(decision: Decision, by: string): void;
}

/** What jobs are allowed: by their own rule, or by a person, whose answer is waited for no longer than `timeoutMs`. */
export class Approvals {
  readonly #ledger: Ledger;
  readonly #log: Log;
  readonly #timeoutMs: number;
  readonly #pending = new Map<string, Pending>();

  constructor(ledger: Ledger, log: Log, timeoutMs: number) {
    this.#ledger = ledger;
    this.#log = log;
    this.#timeoutMs = timeoutMs;
  }

  /** Always settles: without an answer in time, and at the end of the job, the decision is no. */
  decide(jobId: string, rule: ApprovalRule, { what, subject }: ApprovalQuestion): Promise<Decision> {
    if (rule !== 'ask') return Promise.resolve(rule);
    const question = { id: newNonce(), what, subject, since: new Date().toISOString() };
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.answer(jobId, question.id, 'decline', 'nobody in time'), this.#timeoutMs);
      const answer = (decision: Decision, by: string) => {
        clearTimeout(timer);
        this.#tell({ type: 'job.answered', jobId, questionId: question.id, decision, by });
        resolve(decision);
      };
      this.#pending.set(question.id, { jobId, answer });
      this.#tell({ type: 'job.asked', jobId, question });
    });
  }

  /** False when the job has no such question (any more). */
  answer(jobId: string, questionId: string, decision: Decision, by: string): boolean {
    const pending = this.#pending.get(questionId);
    if (pending?.jobId !== jobId) return false;
    this.#pending.delete(questionId);
    pending.answer(decision, by);
    return true;
  }

  /** The job has ended, and with it what it asked. */
  drop(jobId: string): void {
    for (const [id, pending] of this.#pending) {
      if (pending.jobId === jobId) this.answer(jobId, id, 'decline', 'the end of the job');
    }
  }

  /** Not being able to write it down is no reason to leave Codex without an answer. */
  #tell(event: Parameters<Ledger['apply']>[0]): void {
    try {
      this.#ledger.apply(event);
    } catch (error) {
      this.#log('error', `Cannot record ${event.type} of ${event.jobId}: ${messageOf(error)}`);
    }
  }
}
