/** What comes of reading a value: the value, or the rest of a sentence that begins with the quoted value. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export function refused(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}
