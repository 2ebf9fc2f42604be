import * as v from 'valibot';
import { type BusEvent, BusEventSchema } from '../contract/event.ts';

/** How much of an event is kept: characters of one text, members of one list. */
export interface Size {
  readonly chars: number;
  readonly items: number;
}

/**
 * Sizes to try, one after the other, on an event that is too long for the bus. With the last one no
 * event of the contract takes more than half of the limit.
 */
export const SIZES: readonly Size[] = [
  { chars: 16_384, items: 1_000 },
  { chars: 2_048, items: 100 },
  { chars: 256, items: 20 },
  { chars: 64, items: 8 },
];

/** `event` with its long texts and lists cut, each with a mark that says so. */
export function shortened(event: BusEvent, size: Size): BusEvent {
  return v.parse(BusEventSchema, shortenedValue(event, size));
}

function shortenedValue(value: unknown, size: Size): unknown {
  if (typeof value === 'string') return shortenedText(value, size.chars);
  if (Array.isArray(value)) return shortenedList(value, size);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shortenedValue(member, size)]));
}

function shortenedText(text: string, chars: number): string {
  if (text.length <= chars) return text;
  // A cut between the halves of a surrogate pair would leave text that is not valid Unicode.
  const kept = text.slice(0, chars).replace(/[\ud800-\udbff]$/u, '');
  return `${kept}… [${text.length - kept.length} more characters]`;
}

// The lists of an event hold texts or facts, so the mark is one or the other.
function shortenedList(list: readonly unknown[], size: Size): unknown[] {
  const kept = list.slice(0, size.items).map((member) => shortenedValue(member, size));
  const rest = list.length - kept.length;
  if (rest === 0) return kept;
  const mark = `… [${rest} more]`;
  return [...kept, typeof list[0] === 'string' ? mark : { kind: 'noticed', message: mark }];
}
