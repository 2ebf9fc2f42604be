import type { Handler } from './handler.ts';

/** The last events that the broker published, for a reader that comes late or has missed some. */
export const recent: Handler<'events/recent'> = ({ afterSeq, topic }, { publisher }) =>
  publisher.recent(afterSeq, topic);
