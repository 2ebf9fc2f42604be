import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { AppServerClient } from '../support/app-server-client.ts';
import { writeCodexHome } from '../support/codex-home.ts';
import { codexPackage } from '../support/codex-package.ts';
import { type ModelStub, startModelStub } from '../support/model-stub/server.ts';
import { stubPrompt } from '../support/model-stub/steps.ts';
import { processesWithEnv } from '../support/processes.ts';
import { tempDir } from '../support/temp.ts';

test('the real codex answers a hello turn from the stub and ends clean', async () => {
  const { client, stub, endClean } = await startReal();
  const turn = await client.playTurn(await client.startThread({ cwd: '/' }), 'STUB:hello', 10_000);
  expect(turn).toMatchObject({ status: 'completed', items: [{ text: 'hello from stub' }] });
  expect(stub.requests()).toMatchObject([{ method: 'POST', step: { do: 'final' }, attempt: 1, model: 'gpt-5.5' }]);
  expect(stub.requests()[0]?.userTexts).toContain('STUB:hello');
  await endClean();
});

test('the real codex runs a command that the stub asks for', async () => {
  const { client, stub, endClean } = await startReal();
  const prompt = stubPrompt({ do: 'exec', cmd: 'echo from-the-shell; exit 3' }, { do: 'final', text: 'ran it' });
  const turn = await client.playTurn(await client.startThread({ cwd: '/', approvalPolicy: 'never' }), prompt, 10_000);
  expect(turn).toMatchObject({ status: 'completed', items: [{ text: 'ran it' }] });
  const command = client.items('completed').find((item) => item.type === 'commandExecution');
  expect(command).toMatchObject({ exitCode: 3, aggregatedOutput: 'from-the-shell\n' });
  expect(stub.requests().map((request) => request.step?.do)).toEqual(['exec', 'final']);
  await endClean();
});

test('a fault of the model fails the turn at once, and a bad script says so in its error', async () => {
  const { client, stub, endClean } = await startReal();
  const threadId = await client.startThread({ cwd: '/' });
  expect(await client.playTurn(threadId, 'STUB:http500', 10_000)).toMatchObject({ status: 'failed' });
  expect(stub.requests()).toHaveLength(1);
  const bad = await client.playTurn(threadId, 'STUB{"steps":[{"do":"final","txt":1}]}', 10_000);
  expect(bad).toMatchObject({
    status: 'failed',
    error: { message: expect.stringContaining('Cannot use stub script') },
  });
  await endClean();
});

interface Real {
  readonly client: AppServerClient;
  readonly stub: ModelStub;
  /** Closes stdin, and expects exit 0, no noise on stderr about the home, and no process left. */
  readonly endClean: () => Promise<void>;
}

async function startReal(): Promise<Real> {
  const stub = await startModelStub();
  onTestFinished(() => stub.close());
  const home = path.join(tempDir(), 'home');
  mkdirSync(home);
  const tag = randomUUID();
  const env = { ...process.env, HOME: home, ...writeCodexHome(home, { port: stub.port }), RUN_TAG: tag };
  const client = await AppServerClient.start(codexPackage().binary, { env, cwd: home });
  const endClean = async () => {
    client.process.endInput();
    expect(await client.process.exited).toEqual({ code: 0, signal: null });
    expect(client.process.stderr()).not.toMatch(/PATH aliases|bubblewrap/u);
    expect(processesWithEnv('RUN_TAG', tag)).toEqual([]);
  };
  return { client, stub, endClean };
}
