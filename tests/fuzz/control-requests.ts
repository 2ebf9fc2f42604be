import fc from 'fast-check';
import { CONTROL_VERSION } from '../../src/contract/control.ts';
import { hostileText, hostileValue, jsonOf, mutated, randomBytes, scribbled } from './hostile.ts';

const CLIENT = { name: 'a stranger', version: '0', pid: 1 };

const alphabet = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
const jobId = fc
  .array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 })
  .map((letters) => `task-0mabcdef0-${letters.join('')}`);

const duration = fc.constantFrom(0, 60_000, 60_000, 60_000, 2 ** 31, 2 ** 53, 1e308);
const clocks = fc.record({ queueMs: duration, startMs: duration, idleMs: duration, hardMs: duration });

const spec = fc.record({
  id: jobId,
  kind: fc.constantFrom('task', 'review'),
  title: hostileText,
  summary: hostileText,
  sessionId: fc.option(hostileText),
  foreground: fc.boolean(),
  cwd: fc.constantFrom('/', '/nowhere'),
  request: fc.record({
    prompt: hostileText,
    sandbox: fc.constantFrom('read-only', 'workspace-write', null),
    onApproval: fc.constantFrom('decline', 'ask'),
    model: fc.option(hostileText),
    effort: fc.constant(null),
    resumeThreadId: fc.constant(null),
    outputSchema: fc.constantFrom(null, {}),
    clocks,
  }),
});

export const HELLO = call('hello', fc.constant({ protocolVersion: CONTROL_VERSION, client: CLIENT }));

/** Every method of the control socket; `broker/stop` never so that it would be obeyed. */
const requests = fc.oneof(
  HELLO,
  call('broker/ping', fc.constant({})),
  call('broker/status', fc.constant({})),
  call('broker/stop', fc.record({ mode: hostileValue })),
  call('job/submit', spec),
  call('job/cancel', fc.record({ jobId, by: hostileText })),
  call('job/answer', fc.record({ jobId, questionId: hostileText, decision: fc.constant('accept'), by: hostileText })),
  call('job/live', fc.constant({})),
  call('session/release', fc.record({ sessionId: hostileText })),
  call('codex/account', fc.record({ cwd: hostileText })),
  call('codex/threads', fc.record({ cwd: hostileText, search: hostileText, limit: fc.integer() })),
  call('codex/importSession', fc.record({ path: hostileText, cwd: hostileText })),
  call('events/recent', fc.record({ afterSeq: fc.integer(), topic: hostileText })),
  call('no/such', hostileValue),
);

const line = fc.oneof(requests, mutated(requests), hostileValue).map((value) => Buffer.from(`${jsonOf(value)}\n`));

/** What a client that is up to no good sends: requests, near misses of requests, and noise. */
export const hostileBatch = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, scribbled(line), randomBytes), { maxLength: 12 })
  .map((parts) => Buffer.concat(parts));

function call(method: string, params: fc.Arbitrary<unknown>): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc.record({ jsonrpc: fc.constant('2.0'), id: fc.nat(), method: fc.constant(method), params });
}
