/** A longer text ends here, in characters. */
export const MAX_TEXT_CHARS = 2_000;

/** So many items of a list are told. */
export const MAX_LIST_ITEMS = 50;

/** `value` with nothing in it that can be of any length: a job's lists of commands and messages can. */
export function bounded(value: unknown): unknown {
  if (typeof value === 'string') return cut(value);
  if (Array.isArray(value)) return value.slice(0, MAX_LIST_ITEMS).map(bounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bounded(item)]));
}

/** Not half of a character that takes two units. */
function cut(text: string): string {
  return text.length <= MAX_TEXT_CHARS ? text : `${text.slice(0, MAX_TEXT_CHARS - 1).replace(/\p{Cs}$/u, '')}…`;
}
