import { monotonicMs } from '../../../../src/util/monotonic.ts';
import type { StepOf } from './schema.ts';
import { type Stage, wait } from './stage.ts';

export function usage({ turn }: Stage, step: { inputTokens: number; outputTokens: number }): void {
  turn.usageReported = true;
  const last = breakdown(step.inputTokens, step.outputTokens);
  const { inputTokens, outputTokens } = turn.thread.tokens;
  const total = breakdown(inputTokens + step.inputTokens, outputTokens + step.outputTokens);
  turn.thread.tokens = total;
  const tokenUsage = { total, last, modelContextWindow: 272_000 };
  turn.notify('thread/tokenUsage/updated', { tokenUsage });
}

function breakdown(inputTokens: number, outputTokens: number) {
  const parts = { cachedInputTokens: 0, cacheWriteInputTokens: 0, reasoningOutputTokens: 0 };
  return { totalTokens: inputTokens + outputTokens, inputTokens, outputTokens, ...parts };
}

export function rateLimits({ app }: Stage, step: StepOf<'rateLimits'>): void {
  const primary = { usedPercent: step.usedPercent, windowDurationMins: 300, resetsAt: null };
  const limits = { limitId: null, limitName: null, primary, secondary: null, credits: null, planType: null };
  app.wire.notify('account/rateLimits/updated', { rateLimits: limits });
}

export async function error({ app, turn }: Stage, step: StepOf<'error'>): Promise<void> {
  const { message, codexErrorInfo, willRetry } = step;
  const threads = { root: turn.thread.id, child: turn.children.at(-1)?.id ?? 'fake-child', other: 'fake-other' };
  const own = step.thread === 'root';
  const at = { threadId: threads[step.thread], turnId: own ? turn.id : `${threads[step.thread]}-turn` };
  for (let time = 0; time < step.times; time += 1) {
    if (time > 0) await wait(turn, step.everyMs);
    app.wire.notify('error', { error: { message, codexErrorInfo, additionalDetails: null }, willRetry, ...at });
  }
}

export function warning({ turn }: Stage, step: StepOf<'warning'>): void {
  turn.notify('warning', { message: step.message });
}

export async function pulse({ turn }: Stage, { perSecond, ms }: StepOf<'pulse'>): Promise<void> {
  const startedMs = performance.now();
  const total = (perSecond * ms) / 1_000;
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, ((performance.now() - startedMs) * perSecond) / 1_000);
    for (; sent < due; sent += 1) {
      turn.notify('warning', { message: `pulse ${sent} ${monotonicMs()}` });
    }
    await wait(turn, 1);
  }
}

export function notify({ turn }: Stage, step: StepOf<'notify'>): void {
  turn.notify(step.method, step.params);
}
