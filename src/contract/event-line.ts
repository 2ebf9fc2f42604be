import * as v from 'valibot';
import { described } from './described.ts';
import { EnvelopeSchema, EVENT_VERSION } from './event.ts';

const line = {
  v: described(v.literal(EVENT_VERSION), 'The version of this form.'),
  brokerId: described(v.string(), 'The broker that it is about.'),
};

/** Events were missed, and the broker does not have them any more. */
export const GapLineSchema = v.object({
  ...line,
  gap: v.object({
    from: described(v.number(), 'The `seq` of the first one.'),
    to: described(v.number(), 'That of the last one.'),
  }),
});

/** The broker is gone. What follows is of another one, which counts its events from 1. */
export const EndLineSchema = v.object({ ...line, ended: v.literal(true) });

/** A line of `events --json`: an event has the key `event`. */
export const EventLineSchema = v.union([
  described(EnvelopeSchema, 'An event.'),
  described(GapLineSchema, 'Events were missed, and the broker does not have them any more.'),
  described(EndLineSchema, 'The broker is gone. What follows is of another one, which counts its events from 1.'),
]);
export type EventLine = v.InferOutput<typeof EventLineSchema>;
