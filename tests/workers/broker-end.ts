import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import type { Fact } from '../../src/contract/fact.ts';
import { readFacts } from '../../src/contract/fact-text.ts';
import { Link } from '../../src/workers/link.ts';
import type { ToBroker, ToThread } from '../../src/workers/port.ts';
import { eventually } from '../support/eventually.ts';

/** What the thread has posted, its facts unpacked. */
export type Posted = Exclude<ToBroker, { type: 'facts' }> | { readonly type: 'facts'; readonly facts: readonly Fact[] };

function unpacked(message: ToBroker): Posted {
  return message.type === 'facts' ? { type: 'facts', facts: readFacts(message.facts) } : message;
}

/** Notifications as a thread gets them. */
export function notificationsOf(list: ReadonlyArray<{ readonly method: string; readonly params: unknown }>): ToThread {
  return { type: 'notifications', lines: list.map((one) => JSON.stringify(one)) };
}

/** A thread's link and the broker's end of its port, both in this thread. Closed when the test has finished. */
export function linked() {
  const { port1: ours, port2: theirs } = new MessageChannel();
  const link = new Link(theirs);
  onTestFinished(() => {
    link.close();
    ours.close();
  });
  /** What the thread has posted and nobody took yet. */
  const taken = (): Posted[] => {
    const messages: Posted[] = [];
    for (let next = receiveMessageOnPort(ours); next !== undefined; next = receiveMessageOnPort(ours)) {
      messages.push(unpacked(next.message));
    }
    return messages;
  };
  const calls: Array<Extract<ToBroker, { type: 'call' }>> = [];
  const others: Posted[] = [];
  let read = 0;
  const sort = () => {
    for (const message of taken()) {
      if (message.type === 'call') calls.push(message);
      else if (message.type === 'read') read += 1;
      else others.push(message);
    }
  };
  return {
    link,
    taken,
    post: (message: ToThread) => ours.postMessage(message),
    /** The first call of `method`, once it has come. */
    call: (method: string) =>
      eventually(
        () => {
          sort();
          return calls.find((call) => call.method === method);
        },
        { what: `call of "${method}"`, withinMs: 2_000, everyMs: 1 },
      ),
    /** The methods of all calls so far. */
    called: () => {
      sort();
      return calls.map(({ method }) => method);
    },
    /** What came besides. */
    reports: () => {
      sort();
      return others;
    },
    /** How many messages with notifications it has read. */
    read: () => {
      sort();
      return read;
    },
  };
}
