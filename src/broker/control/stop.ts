import type { Handler } from './handler.ts';

/** Answered first, obeyed after: whoever asked hears that it was heard. */
export const stop: Handler<'broker/stop'> = ({ mode }, { dispatcher, lifecycle }) => {
  setImmediate(() => lifecycle.stop(mode));
  return { running: dispatcher.running, queued: dispatcher.queued };
};
