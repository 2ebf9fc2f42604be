import type { Fact } from './fact.ts';

const TEXTS = new WeakMap<readonly Fact[], string>();

/** Facts of our own from their text, in JSON, which is kept for whoever hands them on as it is. */
export function readFacts(text: string): Fact[] {
  const facts: Fact[] = JSON.parse(text);
  TEXTS.set(facts, text);
  return facts;
}

/** Facts as text: what they were read from, if they were. */
export function textOfFacts(facts: readonly Fact[]): string {
  return TEXTS.get(facts) ?? JSON.stringify(facts);
}
