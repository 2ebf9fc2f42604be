import type { Fact } from './fact.ts';

/** Longest text of one list of facts, in bytes of UTF-8: what a message on the bus has room for. In a longer one, texts are cut there. */
export const MAX_FACTS_BYTES = 61_440;

const TEXTS = new WeakMap<readonly Fact[], string>();

/** Facts as text, in JSON: in one list, or in as many as it takes. A fact that is longer than a list may be has one to itself. */
export function writeFacts(facts: readonly Fact[]): string[] {
  const whole = JSON.stringify(facts);
  if (Buffer.byteLength(whole) <= MAX_FACTS_BYTES) return [whole];
  const lists: string[][] = [];
  let room = 0;
  for (const fact of facts) {
    const text = JSON.stringify(fact);
    const bytes = Buffer.byteLength(`${text},`);
    if (bytes > room) {
      lists.push([]);
      room = MAX_FACTS_BYTES - '[]'.length;
    }
    lists.at(-1)?.push(text);
    room -= bytes;
  }
  return lists.map((list) => `[${list.join(',')}]`);
}

/** Facts of our own from their text, which is kept for whoever hands them on as they are. */
export function readFacts(text: string): Fact[] {
  const facts: Fact[] = JSON.parse(text);
  TEXTS.set(facts, text);
  return facts;
}

/** The text that facts were read from, or else as they are written. */
export function textOfFacts(facts: readonly Fact[]): string {
  return TEXTS.get(facts) ?? JSON.stringify(facts);
}
