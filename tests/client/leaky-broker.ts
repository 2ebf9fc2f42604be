import { createServer } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { encodeSync } from '../../src/bus/frame.ts';
import { topicOf } from '../../src/bus/topic.ts';
import { ControlClient } from '../../src/client/control-client.ts';
import { CONTROL_VERSION } from '../../src/contract/control.ts';
import { type BusEvent, EVENT_VERSION } from '../../src/contract/event.ts';
import { Peer } from '../../src/rpc/peer.ts';
import { deferred } from '../../src/util/deferred.ts';
import { scripted } from '../bus/support.ts';
import { tempDir } from '../support/temp.ts';

const BROKER_ID = 'broker-00000001';

export interface LeakyBroker {
  readonly client: ControlClient;
  /** Where it takes commands. */
  readonly endpoint: string;
  /** Numbers an event and sends it to whoever listens, unless it is to be `lost` on the way. */
  publish(event: BusEvent, fate?: 'sent' | 'lost'): Promise<void>;
  /** The same of a job's event that this version does not know, or of what is none: `event` as another version might write it. */
  publishForeign(event: { readonly type: string; readonly jobId?: string }, fate?: 'sent' | 'lost'): Promise<void>;
  /** Resolves when somebody has asked for its history for the first time. */
  readonly asked: Promise<void>;
  /** From now on it remembers the last `count` events only. */
  remember(count: number): void;
  end(): void;
}

/** A broker's two sockets, of which the bus loses what a test wants it to, as it does for a reader that is too slow. */
export async function leakyBroker(): Promise<LeakyBroker> {
  const envelopes: Array<{ readonly seq: number }> = [];
  const bus = await scripted((topic) => {
    return encodeSync(topic, { v: EVENT_VERSION, brokerId: BROKER_ID, seq: envelopes.length, streams: {} });
  });
  const endpoint = path.join(tempDir(), 'control');
  let first = 1;
  const asked = deferred<void>();
  const publish = async (topic: string, event: object, fate = 'sent') => {
    const seq = envelopes.length + 1;
    const at = new Date(0).toISOString();
    const envelope = { v: EVENT_VERSION, brokerId: BROKER_ID, seq, streamSeq: seq, at, log: null, event };
    envelopes.push(envelope);
    if (fate === 'sent') await bus.send(topic, envelope);
  };
  const end = await serveControl(endpoint, {
    hello: () => ({
      protocolVersion: CONTROL_VERSION,
      brokerId: BROKER_ID,
      brokerVersion: '0.0.0',
      events: bus.endpoint,
    }),
    'broker/ping': () => ({}),
    'events/recent': (afterSeq) => {
      asked.resolve();
      const kept = envelopes.filter(({ seq }) => seq > afterSeq && seq >= first);
      return { envelopes: kept, firstSeq: first, lastSeq: envelopes.length };
    },
    'events/missed': () => ({}),
  });
  return {
    client: await ControlClient.connect(endpoint),
    endpoint,
    publish: (event, fate) => publish(topicOf(event), event, fate),
    publishForeign: (event, fate) => publish(`job.${event.jobId}.foreign.`, event, fate),
    asked: asked.promise,
    remember: (count) => {
      first = Math.max(1, envelopes.length - count + 1);
    },
    end: () => {
      bus.close();
      end();
    },
  };
}

type Answers = Readonly<Record<string, (afterSeq: number) => object>>;

/** A control socket that gives these answers. Returns what ends it, with its connections. */
export async function serveControl(endpoint: string, answers: Answers): Promise<() => void> {
  const peers = new Set<Peer>();
  const server = createServer((socket) => {
    const options = { name: 'the client', jsonrpc: true, maxLineBytes: 1_000_000 };
    const onRequest = async (method: string, params: unknown) => answers[method]?.(afterSeqIn(params));
    peers.add(new Peer({ readable: socket, writable: socket }, { ...options, onRequest }));
  });
  await new Promise<void>((resolve) => server.listen(endpoint, resolve));
  const end = () => {
    for (const peer of peers) peer.destroy();
    server.close();
  };
  onTestFinished(end);
  return end;
}

function afterSeqIn(params: unknown): number {
  const given = typeof params === 'object' && params !== null && 'afterSeq' in params ? params.afterSeq : 0;
  return Number(given);
}
