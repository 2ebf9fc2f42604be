import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../app.ts';
import { Refusal } from '../call.ts';
import type { Behaviour } from '../settings.ts';

const LOOK_EVERY_MS = 10;

/** Does what a method is told to do before it answers; false when it is not to answer. @throws Refusal */
export async function behave(app: App, method: string, behaviour: Behaviour): Promise<boolean> {
  switch (behaviour.kind) {
    case 'normal':
      return true;
    case 'slow':
    case 'held':
      await delay(behaviour);
      return true;
    case 'never':
      return false;
    case 'garbage':
      app.wire.raw('%%% fake %%%\n');
      return false;
    case 'exit':
      return process.exit(behaviour.code);
    case 'error':
      throw new Refusal(
        behaviour.code === -32601 ? `Method not found: ${method}` : `fake: ${method} is told to fail`,
        behaviour.code,
      );
  }
}

/** Waits as long as a slow or a held answer does. */
export async function delay(behaviour: Behaviour): Promise<void> {
  if (behaviour.kind === 'slow') await pause(behaviour.ms);
  if (behaviour.kind === 'held') while (!existsSync(behaviour.until)) await pause(LOOK_EVERY_MS);
}
