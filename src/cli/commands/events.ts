import type { Command } from 'commander';
import { topicOf } from '../../bus/topic.ts';
import type { EventItem } from '../../client/event-item.ts';
import { workspaceEvents } from '../../client/workspace-events.ts';
import { type Envelope, EVENT_VERSION } from '../../contract/event.ts';
import type { EventLine } from '../../contract/event-line.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { onEndSignal } from '../on-end-signal.ts';
import { type CommonOptions, collect, positionArgument, withCommonOptions } from '../options.ts';

interface EventsOptions extends CommonOptions {
  readonly follow?: boolean;
  readonly reconnect?: boolean;
  readonly topic?: readonly string[];
  readonly since?: ReturnType<typeof positionArgument>;
}

export function eventsCommand(program: Command): void {
  withCommonOptions(program.command('events'), 'print each event whole, as one line of JSON')
    .summary('the bus: every event of the broker')
    .description('Prints what the broker published, one event a line.')
    .option('-f, --follow', 'go on until the broker ends')
    .option('--reconnect', 'with --follow: go on with the next broker, and wait for one when there is none')
    .option('--topic <prefix>', 'only topics that begin so, such as "job." or "appServer."; may be repeated', collect)
    .option(
      '--since <seq>',
      'events after this number, as far as the broker still has them; with a broker before it (BROKER:SEQ), all events of any other',
      positionArgument,
    )
    .action(async (options: EventsOptions) => {
      if (options.reconnect && !options.follow) throw new CliError(EXIT.usage, '--reconnect goes with --follow');
      await printEvents(openContext(options.cwd), options);
    });
}

async function printEvents(context: Context, options: EventsOptions): Promise<void> {
  const { follow = false, reconnect = false, topic: topics = [], since = 'kept' } = options;
  const left = new AbortController();
  const signal = AbortSignal.any([context.io.unread, left.signal]);
  const stopListening = onEndSignal((exitCode) => {
    process.exitCode = exitCode;
    left.abort();
  });
  const printer = new Printer(context, options);
  try {
    for await (const item of workspaceEvents(context, { topics, since, follow, reconnect, signal })) {
      printer.print(item);
      // While nobody reads us, we do not read the bus: what waits there is bounded.
      await context.io.drained(signal);
    }
  } finally {
    stopListening();
  }
}

/** Events are lines; what is none is for people, or a line with another key than `event`. */
class Printer {
  readonly #io: Context['io'];
  readonly #options: EventsOptions;
  #begun = false;

  constructor({ io }: Context, options: EventsOptions) {
    this.#io = io;
    this.#options = options;
  }

  print(item: EventItem): void {
    switch (item.kind) {
      case 'event':
        if (this.#options.json) this.#line(item.envelope);
        else this.#io.foreign(`${eventLine(item.envelope)}\n`);
        break;
      case 'gap': {
        const { brokerId, from, to } = item;
        this.#tell(
          { v: EVENT_VERSION, brokerId, gap: { from, to } },
          `Events ${from} to ${to} of ${brokerId} were missed`,
        );
        break;
      }
      case 'ended':
        if (this.#isLast()) this.#io.note('The broker has ended');
        else this.#tell({ v: EVENT_VERSION, brokerId: item.brokerId, ended: true }, `${item.brokerId} has ended`);
    }
    this.#begun = true;
  }

  #tell(line: EventLine, note: string): void {
    if (this.#options.json) this.#line(line);
    else this.#io.note(note);
  }

  #line(line: EventLine): void {
    this.#io.foreign(`${JSON.stringify(line)}\n`);
  }

  /** Of the broker that was read before, the end is told first. */
  #isLast(): boolean {
    const { reconnect, since } = this.#options;
    return !reconnect && (this.#begun || typeof since !== 'object');
  }
}

function eventLine({ seq, at, event }: Envelope): string {
  const { type: _type, ...fields } = event;
  return `${at} ${seq} ${topicOf(event)} ${JSON.stringify(fields)}`;
}
