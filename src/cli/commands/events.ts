import { type Command, Option } from 'commander';
import type { EventSubscriber } from '../../bus/subscriber.ts';
import { ALL_TOPICS, matchesTopic, topicOf } from '../../bus/topic.ts';
import { subscriberModule } from '../../client/bus.ts';
import type { ControlClient } from '../../client/control-client.ts';
import { findBroker } from '../../client/daemon.ts';
import { reportGap } from '../../client/metrics.ts';
import { untilSilent } from '../../client/silence.ts';
import type { Envelope } from '../../contract/event.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { type CommonOptions, countArgument, withCommonOptions } from '../options.ts';

interface EventsOptions extends CommonOptions {
  readonly follow?: boolean;
  readonly topic: string;
  readonly since: number;
}

export function eventsCommand(program: Command): void {
  withCommonOptions(program.command('events'), 'print each event whole, as one line of JSON')
    .summary('the bus: every event of the broker')
    .description('Prints what the broker published, one event a line.')
    .option('-f, --follow', 'go on until the broker ends')
    .addOption(
      new Option('--topic <prefix>', 'only topics that begin so, such as "job." or "appServer."').default(
        ALL_TOPICS,
        'all',
      ),
    )
    .option('--since <seq>', 'events after this number, as far as the broker still has them', countArgument, 0)
    .action(async (options: EventsOptions) => {
      const context = openContext(options.cwd);
      const client = await findBroker(context.place().paths);
      if (client === null) {
        throw new CliError(
          EXIT.brokerUnreachable,
          `No broker serves "${context.workspace.root}" (run "codex-companion broker start")`,
        );
      }
      try {
        await printEvents(context, client, options);
      } finally {
        client.close();
      }
    });
}

async function printEvents(context: Context, client: ControlClient, options: EventsOptions): Promise<void> {
  const printer = new EventPrinter(context, options);
  // Subscribed first: what is in both the history and the subscription is told apart by its number.
  const subscriber = options.follow ? await subscribe(context, client) : null;
  const left = subscriber === null ? null : leaveOnInterrupt(subscriber);
  await printer.catchUp(client);
  if (subscriber === null || left === null) return;
  const stop = new AbortController();
  const following = followEvents(context, client, subscriber, printer, AbortSignal.any([left, context.io.unread]));
  try {
    await Promise.race([following, untilSilent(client, stop.signal)]);
  } finally {
    stop.abort();
    subscriber.close();
  }
}

async function followEvents(
  context: Context,
  client: ControlClient,
  subscriber: EventSubscriber,
  printer: EventPrinter,
  left: AbortSignal,
): Promise<void> {
  for await (const item of subscriber) {
    if (item.kind === 'event') printer.print(item.envelope);
    if (item.kind === 'gap') {
      reportGap(client, item);
      await printer.fillGap(client, item);
    }
    if (item.kind === 'disconnected') context.io.note('The broker has ended');
    // While nobody reads us, we do not read the bus: what waits there is bounded.
    await context.io.drained(left);
  }
}

/** Prints each event once, in order, whether it comes from the history or from the bus. */
class EventPrinter {
  readonly #context: Context;
  readonly #options: EventsOptions;
  #lastSeq: number;

  constructor(context: Context, options: EventsOptions) {
    this.#context = context;
    this.#options = options;
    this.#lastSeq = options.since;
  }

  print(envelope: Envelope): void {
    if (envelope.seq <= this.#lastSeq) return;
    this.#lastSeq = envelope.seq;
    if (!matchesTopic(this.#options.topic, envelope.event)) return;
    this.#context.io.foreign(this.#options.json ? `${JSON.stringify(envelope)}\n` : `${eventLine(envelope)}\n`);
  }

  /** @returns the number of the oldest event that the broker still had. */
  async catchUp(client: ControlClient): Promise<number> {
    const { envelopes, firstSeq } = await client.call('events/recent', { afterSeq: this.#lastSeq, topic: ALL_TOPICS });
    for (const envelope of envelopes) this.print(envelope);
    return firstSeq;
  }

  async fillGap(client: ControlClient, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
    // Without an answer, everything in the gap is missing.
    const firstSeq = await this.catchUp(client).catch(() => to + 1);
    if (firstSeq > from) this.#context.io.note(`Events ${from} to ${Math.min(to, firstSeq - 1)} were missed`);
  }
}

/** To all events, whatever is printed: only then every gap in their numbers is one. */
async function subscribe({ program, io }: Context, client: ControlClient): Promise<EventSubscriber> {
  const { EventSubscriber } = await subscriberModule(program);
  return EventSubscriber.connect(client.hello.events, { topics: [ALL_TOPICS], streams: 'all', signal: io.unread });
}

/** The signal aborts when it is time to leave. */
function leaveOnInterrupt(subscriber: EventSubscriber): AbortSignal {
  const left = new AbortController();
  for (const [signal, exitCode] of [
    ['SIGINT', EXIT.interrupted],
    ['SIGTERM', EXIT.terminated],
  ] as const) {
    process.once(signal, () => {
      process.exitCode = exitCode;
      subscriber.close();
      left.abort();
    });
  }
  return left.signal;
}

function eventLine({ seq, at, event }: Envelope): string {
  const { type: _type, ...fields } = event;
  return `${at} ${seq} ${topicOf(event)} ${JSON.stringify(fields)}`;
}
