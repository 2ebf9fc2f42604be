import type { App } from '../app.ts';
import type { StepOf } from './schema.ts';

/** A deaf process must not stay for ever when the test that made it dies. */
const DEAF_FOR_MS = 120_000;

export function exit(step: StepOf<'exit'>): never {
  process.exit(step.code);
}

export async function crash(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return await never();
}

export function freeze(): void {
  process.kill(process.pid, 'SIGSTOP');
}

export async function stopAnswering(app: App, step: StepOf<'stopAnswering'>): Promise<never> {
  app.silent = true;
  app.wire.mute();
  if (step.deaf) {
    app.deaf = true;
    setTimeout(() => process.exit(1), DEAF_FOR_MS);
  }
  return await never();
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
