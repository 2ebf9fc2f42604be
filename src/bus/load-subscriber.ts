/** What is in the lines that ZeroMQ's loader writes on the console for each binary that does not load, before it tries the next one. */
const LOADER = 'cmake-ts';

/**
 * The subscriber, and with it ZeroMQ, without a word of its loader on the console: that belongs to whoever has loaded us, and the error says
 * what is the matter. Not to be called twice: the second call could put back a console that the first one had changed.
 */
export async function loadSubscriber(): Promise<typeof import('./subscriber.ts')> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (typeof words[0] !== 'string' || !words[0].includes(LOADER)) warn.apply(console, words);
  };
  try {
    return await import('./subscriber.ts');
  } finally {
    console.warn = warn;
  }
}
