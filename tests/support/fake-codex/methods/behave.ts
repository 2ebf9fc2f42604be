import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../app.ts';
import { Refusal } from '../call.ts';
import type { Behaviour } from '../settings.ts';

/** Does what a method is told to do before it answers; false when it is not to answer. @throws Refusal */
export async function behave(app: App, method: string, behaviour: Behaviour): Promise<boolean> {
  switch (behaviour.kind) {
    case 'normal':
      return true;
    case 'slow':
      await pause(behaviour.ms);
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
