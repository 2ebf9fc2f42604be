import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildDoubles } from '../support/build-doubles.ts';
import { type ModelStub, type ModelStubOptions, startModelStub } from '../support/model-stub/server.ts';
import { type Step, stubPrompt } from '../support/model-stub/steps.ts';
import { spawnCaptured } from '../support/process.ts';
import { tempDir } from '../support/temp.ts';

test('a step with "times" gives way to "after", thread by thread', async () => {
  const stub = await start();
  const prompt = stubPrompt({ do: 'http', status: 503, times: 1, after: { do: 'final', text: 'then this' } });
  expect((await ask(stub, prompt, 'thread-a')).status).toBe(503);
  expect((await ask(stub, prompt, 'thread-b')).status).toBe(503);
  expect(await (await ask(stub, prompt, 'thread-a')).text()).toContain('then this');
  expect(stub.requests().map((request) => request.attempt)).toEqual([1, 1, 2]);
});

test.each<[Step, string[]]>([
  [{ do: 'stream', text: 'abcd', seconds: 0.02, everyMs: 10 }, ['"delta":"ab"', '"delta":"cd"', 'response.completed']],
  [{ do: 'reason', summary: ['why'] }, ['reasoning_summary_text.delta', '"text":"why"', 'response.completed']],
  [{ do: 'exec', cmd: 'ls' }, ['"name":"exec_command"', String.raw`{\"cmd\":\"ls\"}`, 'response.completed']],
  [{ do: 'patch', file: 'f.txt', content: 'x' }, ['custom_tool_call', '*** Add File: f.txt']],
  [{ do: 'call', name: 'tool', args: { a: 1 } }, ['"name":"tool"', String.raw`{\"a\":1}`]],
  [{ do: 'custom', name: 'tool', input: 'in' }, ['custom_tool_call', '"input":"in"']],
  [{ do: 'failed', code: 'rate_limit_exceeded' }, ['response.failed', 'rate_limit_exceeded']],
  [{ do: 'incomplete' }, ['response.incomplete', 'max_output_tokens']],
  [{ do: 'raw', events: [{ type: 'made.up', x: 1 }] }, ['event: made.up']],
  [{ do: 'review' }, ['overall_correctness']],
  [
    { do: 'final', text: 'ab', repeat: 3, say: 'before', usage: { total_tokens: 7 } },
    ['ababab', 'before', '"total_tokens":7'],
  ],
])('speaks %j', async (step, parts) => {
  const answer = await (await ask(await start(), stubPrompt(step))).text();
  for (const part of parts) expect(answer).toContain(part);
});

test.each<Step>([
  { do: 'disconnect', when: 'start' },
  { do: 'disconnect', when: 'created' },
  { do: 'disconnect', when: 'mid', seconds: 0.01, everyMs: 5 },
])('breaks the connection: %j', async (step) => {
  const stub = await start();
  await expect(ask(stub, stubPrompt(step)).then((response) => response.text())).rejects.toThrow();
});

test.each<Step>([
  { do: 'hang', when: 'start' },
  { do: 'hang', when: 'headers' },
  { do: 'hang', when: 'created' },
])('never answers until it is closed: %j', async (step) => {
  const stub = await start();
  const answer = ask(stub, stubPrompt(step)).then((response) => response.text());
  const failure = expect(answer).rejects.toThrow();
  await expect.poll(() => stub.inFlight()).toEqual({ now: 1, most: 1 });
  await stub.close();
  await failure;
  await expect.poll(() => stub.inFlight().now).toBe(0);
});

test('the executable says its port, logs its requests, and ends with SIGTERM', async () => {
  const { modelStub } = await buildDoubles();
  const log = path.join(tempDir(), 'requests.jsonl');
  const child = spawnCaptured(process.execPath, [modelStub, '--log', log]);
  const hello: unknown = JSON.parse(await child.waitForLine(/"port"/u, 5000));
  expect(hello).toEqual({ port: expect.any(Number), pid: child.pid });
  const port = /"port":(\d+)/u.exec(child.stdout())?.[1] ?? '';
  const response = await ask({ url: `http://127.0.0.1:${port}` }, 'STUB:hello');
  expect(await response.text()).toContain('hello from stub');
  expect(readFileSync(log, 'utf8')).toContain('"userTexts":["STUB:hello"]');
  child.kill('SIGTERM');
  expect(await child.exited).toEqual({ code: 0, signal: null });
});

async function start(options: ModelStubOptions = {}): Promise<ModelStub> {
  const stub = await startModelStub(options);
  onTestFinished(() => stub.close());
  return stub;
}

function ask(stub: { readonly url: string }, prompt: string, thread = 'thread'): Promise<Response> {
  const input = [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: prompt }] }];
  const tools = [
    { type: 'function', name: 'exec_command' },
    { type: 'custom', name: 'apply_patch' },
  ];
  const body = JSON.stringify({ model: 'gpt-5.5', input, tools, stream: true });
  return fetch(`${stub.url}/v1/responses`, { method: 'POST', body, headers: { 'thread-id': thread } });
}
