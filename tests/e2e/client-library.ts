import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Companion, ConnectOptions, EventItem } from '../../src/client/index.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { eventually } from '../support/eventually.ts';
import { BOUND_MS, type Rig } from '../support/rig.ts';

/** What other programs import, as it is built: it starts the broker that lies beside it. */
export const CLIENT_URL = pathToFileURL(path.join(PROJECT_ROOT, 'dist', 'client.mjs')).href;

export async function clientLibrary(): Promise<typeof import('../../src/client/index.ts')> {
  return import(CLIENT_URL);
}

/** A companion for the rig's workspace, closed when the running test ends. */
export async function connectTo(rig: Rig, options: ConnectOptions = {}): Promise<Companion> {
  const { connect } = await clientLibrary();
  const companion = await connect({ cwd: rig.workspace, env: rig.env, ...options });
  onTestFinished(() => companion.close());
  return companion;
}

/** An item in a word, or two. */
export function inWords(item: EventItem): string {
  return item.kind === 'event' ? item.envelope.event.type : item.kind;
}

/** Everything that is iterated, in words. */
export async function allOf(items: AsyncIterable<EventItem>): Promise<string[]> {
  return new Listener(items).all;
}

/** Somebody who listens from now on. */
export class Listener {
  readonly #heard: EventItem[] = [];
  /** All words, when there will be no more. */
  readonly all: Promise<string[]>;

  constructor(items: AsyncIterable<EventItem>) {
    this.all = this.#listen(items);
  }

  get items(): readonly EventItem[] {
    return this.#heard;
  }

  /** Resolves when this word was heard. */
  async hears(word: string): Promise<void> {
    await eventually(() => this.#heard.some((item) => inWords(item) === word), { withinMs: BOUND_MS, what: word });
  }

  async #listen(items: AsyncIterable<EventItem>): Promise<string[]> {
    for await (const item of items) this.#heard.push(item);
    return this.#heard.map(inWords);
  }
}

/** The items up to the first that `isLast` is true of. */
export async function upTo(
  items: AsyncIterable<EventItem>,
  isLast: (item: EventItem) => boolean,
): Promise<EventItem[]> {
  const taken: EventItem[] = [];
  for await (const item of items) {
    taken.push(item);
    if (isLast(item)) break;
  }
  return taken;
}
