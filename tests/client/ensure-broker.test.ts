import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ClientContext } from '../../src/client/context.ts';
import { ensureBroker } from '../../src/client/daemon.ts';
import { APP_SERVER_START_FAILED_STATUS } from '../../src/contract/broker-exit.ts';
import { tempDir } from '../support/temp.ts';
import { contextHere } from './context-here.ts';

/** Brokers that end at once, each by the next of these words of JavaScript; those that come after them by the last. */
function brokersThat(endings: readonly string[]): { readonly context: ClientContext; started(): number } {
  const folder = tempDir();
  const starts = path.join(folder, 'starts');
  const script = `const { appendFileSync, readFileSync } = require('node:fs');
    appendFileSync(${JSON.stringify(starts)}, '.');
    const n = readFileSync(${JSON.stringify(starts)}, 'utf8').length;
    eval(${JSON.stringify(endings)}[Math.min(n, ${endings.length}) - 1]);`;
  writeFileSync(path.join(folder, 'broker.cjs'), script);
  writeFileSync(starts, '');
  const codex = path.join(folder, 'codex');
  writeFileSync(codex, '', { mode: 0o755 });
  return {
    context: { ...contextHere({ CODEX_COMPANION_CODEX: codex }), program: path.join(folder, 'cli.cjs') },
    started: () => readFileSync(starts, 'utf8').length,
  };
}

test('a client whose brokers are outrun more often than they may be killed still hears why none can start', async () => {
  const outrun = Array.from({ length: 7 }, () => 'process.exit(0)');
  const { context, started } = brokersThat([...outrun, `process.exit(${APP_SERVER_START_FAILED_STATUS})`]);
  await expect(ensureBroker(context)).rejects.toMatchObject({ code: 'codex_unusable' });
  expect(started()).toBe(8);
});

test('brokers that are killed while they start are started again, five at most', async () => {
  const { context, started } = brokersThat(["process.kill(process.pid, 'SIGKILL')"]);
  await expect(ensureBroker(context)).rejects.toThrow('5 of them ended while they were starting');
  expect(started()).toBe(5);
});
