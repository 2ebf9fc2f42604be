import { parseArgs } from 'node:util';
import { startModelStub } from './server.ts';

/**
 * `model-stub.mjs [--port N] [--log FILE] [--delay-ms N]`: prints `{"port":N,"pid":P}` when it listens,
 * serves until a signal.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      log: { type: 'string' },
      'delay-ms': { type: 'string', default: '0' },
    },
  });
  const stub = await startModelStub({
    port: Number(values.port),
    delayMs: Number(values['delay-ms']),
    ...(values.log === undefined ? {} : { logFile: values.log }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stub.close());
  console.log(JSON.stringify({ port: stub.port, pid: process.pid }));
}

await main();
