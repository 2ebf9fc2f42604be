import type { EventPublisher } from '../bus/publisher.ts';
import type { BrokerPlace, Config } from '../config/config.ts';
import { endsStream, isJobEvent } from '../contract/event.ts';
import { Announcer } from '../notify/announcer.ts';
import type { Channel } from '../notify/channel.ts';
import { programChannel } from '../notify/channels/program.ts';
import { webhookChannel } from '../notify/channels/webhook.ts';
import type { JobStore } from '../status/store.ts';
import type { Log } from './log.ts';

export interface AnnouncementParts {
  readonly config: Config;
  readonly place: BrokerPlace;
  readonly store: JobStore;
  readonly publisher: EventPublisher;
  readonly log: Log;
}

/** Tells the user's program and address that jobs have ended: one more reader of the events, which no job waits for. */
export interface Announcements {
  /** Tells what ended before this broker. */
  resume(): void;
  /** Ends what is being told, within a bound. */
  close(): Promise<void>;
}

export function announcements({ config, place, store, publisher, log }: AnnouncementParts): Announcements {
  const announcers = channelsOf(config, place).map(
    (channel) => new Announcer({ channel, directory: store.directory, read: (jobId) => store.read(jobId), log }),
  );
  if (announcers.length === 0) return { resume: () => undefined, close: () => Promise.resolve() };
  publisher.tap(({ event }) => {
    if (!isJobEvent(event)) return;
    for (const announcer of announcers) {
      if (event.type === 'job.queued' || event.type === 'job.adopted') announcer.expect(event.jobId);
      else if (endsStream(event)) announcer.ended(event.jobId);
    }
  });
  return {
    resume: () => {
      for (const announcer of announcers) announcer.resume();
    },
    close: async () => {
      await Promise.all(announcers.map((announcer) => announcer.close()));
    },
  };
}

function channelsOf({ settings, environment }: Config, { paths: { programs: notes } }: BrokerPlace): Channel[] {
  const { onJobEnd: command, onJobEndTimeoutMs: timeoutMs, webhook: address } = settings;
  return [
    ...(command === null ? [] : [programChannel({ command, timeoutMs, environment, notes })]),
    ...(address === null ? [] : [webhookChannel({ address })]),
  ];
}
