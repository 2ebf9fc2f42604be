import { shortId } from '../contract/ids.ts';

export type IdMatch =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** The only one of `ids` that, or the random part of which, begins or ends with `text`. */
export function findId(ids: Iterable<string>, text: string): IdMatch {
  if (text === '') return { kind: 'none' };
  const matches = [...new Set(ids)].filter((id) => answersTo(id, text)).sort();
  const [only, ...others] = matches;
  if (only === undefined) return { kind: 'none' };
  return others.length > 0 ? { kind: 'ambiguous', ids: matches } : { kind: 'one', id: only };
}

function answersTo(id: string, text: string): boolean {
  return id.startsWith(text) || shortId(id).startsWith(text) || id.endsWith(text);
}
