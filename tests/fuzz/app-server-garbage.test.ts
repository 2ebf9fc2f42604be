import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HANDLERS, QUIET_METHODS } from '../../src/codex/fold.ts';
import { REFUSALS } from '../../src/codex/server-requests.ts';
import { SCRIPTED, startScriptedRig } from '../e2e/scripted.ts';
import { samples } from './fuzz.ts';
import { hostileText, hostileValue, jsonOf, mutated } from './hostile.ts';

// Three that may end a turn, also when they are hard to read; in app-server-turns.test.ts they are tried, too.
const ENDING = ['turn/completed', 'thread/closed', 'error'];
const METHODS = [...Object.keys(HANDLERS), ...QUIET_METHODS].filter((method) => !ENDING.includes(method));

test('a turn in the middle of which the app-server talks nonsense still completes', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const task = rig.start(['task', SCRIPTED]);
  const turn = await nextTurn();

  for (const text of samples(nonsense(turn), 300)) await turn.run({ do: 'garbage', text });
  await turn.run({ do: 'finish', text: 'all the same' });

  const { code } = await task.exited;
  expect(code, task.stderr().slice(-2_000)).toBe(0);
  expect(task.stdout()).toBe('all the same\n');
});

/** Lines that are no messages, messages of no meaning, and near misses of those that this turn could send. */
function nonsense({ threadId, turnId }: { readonly threadId: string; readonly turnId: string }) {
  const item = fc.record({
    type: fc.constantFrom('agentMessage', 'commandExecution', 'collabAgentToolCall', 'subAgentActivity', 'reasoning'),
    id: hostileText,
    text: hostileText,
    command: hostileText,
    receiverThreadIds: fc.array(hostileText, { maxLength: 3 }),
    tool: fc.constant('spawnAgent'),
    status: hostileText,
  });
  const params = fc.record({ threadId: fc.constant(threadId), turnId: fc.constant(turnId), item, delta: hostileText });
  const notification = fc.record({ method: fc.constantFrom(...METHODS), params: fc.oneof(params, mutated(params)) });
  const request = fc.record({
    id: fc.integer(),
    method: fc.oneof(fc.constantFrom(...Object.keys(REFUSALS)), hostileText),
    params: mutated(params),
  });
  const other = fc.record({ id: hostileValue, result: hostileValue, error: hostileValue }, { requiredKeys: [] });
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.oneof(notification, request, other).map(jsonOf),
    mutated(notification).map((value) => jsonOf(value).slice(0, 100)),
  );
}
