import { reviewJson } from './presets.ts';
import type { Tool } from './request.ts';
import { messageItem, newItemId, type Sse } from './sse.ts';
import type { Step, StepOf } from './steps.ts';
import { ToolCalls } from './tools.ts';

/** Plays one step on an open request. Ends the response, except where the step is never to end. */
export async function answer(sse: Sse, step: Step, tools: readonly Tool[]): Promise<void> {
  if (step.do === 'http') return await httpAnswer(sse, step);
  if (await breaks('start', sse, step)) return;
  sse.open(step.headers ?? {});
  if (await breaks('headers', sse, step)) return;
  if (step.do === 'raw') return await raw(sse, step);
  sse.event('response.created', { response: { id: sse.id, status: 'in_progress' } });
  if (await breaks('created', sse, step)) return;
  await sse.wait(step.delayMs ?? 0);
  if (step.say !== undefined) sse.item(messageItem(newItemId('msg'), step.say, step.sayPhase ?? 'commentary'));
  await body(sse, step, new ToolCalls(sse, tools));
}

/** Whether the step ends the exchange at this moment: by a closed socket, or never. */
async function breaks(moment: 'start' | 'headers' | 'created', sse: Sse, step: Step): Promise<boolean> {
  if (step.do === 'hang' && (step.when ?? 'start') === moment) return await sse.hang();
  if (step.do !== 'disconnect' || step.when !== moment) return false;
  sse.destroy();
  return true;
}

async function body(sse: Sse, step: Step, calls: ToolCalls): Promise<void> {
  switch (step.do) {
    case 'http':
    case 'raw':
    case 'hang':
      // Played before the body.
      return;
    case 'disconnect':
      await deltas(sse, step);
      return sse.destroy();
    case 'failed':
      return failed(sse, step);
    case 'incomplete':
      return incomplete(sse, step);
    case 'stream':
      await deltas(sse, step);
      break;
    case 'reason':
      reason(sse, step);
      break;
    case 'exec':
      for (const command of [step.cmd ?? 'true'].flat()) calls.shell(command, step.args);
      break;
    case 'patch':
      calls.patch(step);
      break;
    case 'call':
      for (const call of step.calls ?? [{ ...step, name: step.name ?? 'unnamed' }]) {
        calls.functionCall(call.name, call.args ?? {}, call.namespace);
      }
      break;
    case 'custom':
      calls.customCall(step.name, step.input ?? '', step.namespace);
      break;
    case 'review':
      sse.item(messageItem(newItemId('msg'), step.text ?? reviewJson(step.findings), step.phase));
      break;
    case 'final':
      sse.item(messageItem(newItemId('msg'), step.text ?? 'stub answer', step.phase));
  }
  completed(sse, step);
}

async function httpAnswer(sse: Sse, step: StepOf<'http'>): Promise<void> {
  await sse.wait(step.delayMs ?? 0);
  const status = step.status ?? 500;
  const fallback = HTTP_ERRORS.get(status) ?? { message: `stub: status ${status}` };
  sse.json(status, step.headers ?? {}, step.body ?? { error: fallback });
}

const HTTP_ERRORS: ReadonlyMap<number, object> = new Map([
  [429, { type: 'rate_limit_error', code: 'rate_limit_exceeded', message: 'stub: slow down' }],
  [401, { code: 'invalid_api_key', message: 'stub: bad key' }],
  [400, { code: 'invalid_request', message: 'stub: bad request' }],
]);

async function raw(sse: Sse, step: StepOf<'raw'>): Promise<void> {
  for (const event of step.events) {
    sse.event(event.type, event);
    await sse.wait(event.waitMs ?? 0);
  }
  sse.end();
}

async function deltas(sse: Sse, step: StepOf<'stream' | 'disconnect'>): Promise<void> {
  const text = step.text ?? 'partial text ';
  const everyMs = step.everyMs ?? 100;
  const chunks = Math.max(1, Math.round(((step.seconds ?? 0.2) * 1000) / Math.max(1, everyMs)));
  const size = Math.max(1, Math.ceil(text.length / chunks));
  const id = newItemId('msg');
  const at = { item_id: id, output_index: 0, content_index: 0 };
  const phase = step.phase === undefined ? {} : { phase: step.phase };
  const item = { type: 'message', role: 'assistant', id, status: 'in_progress', content: [], ...phase };
  sse.event('response.output_item.added', { output_index: 0, item });
  sse.event('response.content_part.added', { ...at, part: { type: 'output_text', text: '' } });
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const delta = text.slice(chunk * size, (chunk + 1) * size);
    if (delta !== '') sse.event('response.output_text.delta', { ...at, delta });
    await sse.wait(everyMs);
  }
  if (step.do === 'stream') sse.item(messageItem(id, text, step.phase));
}

function reason(sse: Sse, step: StepOf<'reason'>): void {
  const id = newItemId('rs');
  const summary = (step.summary ?? ['thought']).map((text) => ({ type: 'summary_text', text }));
  sse.event('response.output_item.added', { output_index: 0, item: { type: 'reasoning', id, summary: [] } });
  for (const [index, { text }] of summary.entries()) {
    const at = { item_id: id, output_index: 0, summary_index: index };
    sse.event('response.reasoning_summary_part.added', { ...at, part: { type: 'summary_text', text: '' } });
    sse.event('response.reasoning_summary_text.delta', { ...at, delta: text });
    sse.event('response.reasoning_summary_text.done', { ...at, text });
  }
  sse.item({ type: 'reasoning', id, summary, encrypted_content: 'c3R1Yg==' });
  sse.item(messageItem(newItemId('msg'), step.text ?? 'done', 'final_answer'));
}

function failed(sse: Sse, step: StepOf<'failed'>): void {
  const error = { code: step.code ?? 'server_error', message: step.message ?? 'stub: failed' };
  sse.event('response.failed', { response: { id: sse.id, status: 'failed', error } });
  sse.end();
}

function incomplete(sse: Sse, step: StepOf<'incomplete'>): void {
  const details = { reason: step.reason ?? 'max_output_tokens' };
  sse.event('response.incomplete', { response: { id: sse.id, status: 'incomplete', incomplete_details: details } });
  sse.end();
}

function completed(sse: Sse, step: Step): void {
  const endTurn = step.endTurn === undefined ? {} : { end_turn: step.endTurn };
  const usage = step.usage ?? USAGE;
  sse.event('response.completed', { response: { id: sse.id, status: 'completed', output: [], usage, ...endTurn } });
  sse.end();
}

const USAGE = {
  input_tokens: 100,
  input_tokens_details: { cached_tokens: 40 },
  output_tokens: 20,
  output_tokens_details: { reasoning_tokens: 5 },
  total_tokens: 120,
};
