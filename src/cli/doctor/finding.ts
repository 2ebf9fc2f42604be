/** From sound to broken. A `problem` keeps something from working, a `warning` will, a `note` is good to know. */
export type Level = 'ok' | 'note' | 'warning' | 'problem';

/** Something that `--fix` does by itself: it harms nothing that is alive, and doing it twice is harmless. */
export interface Fix {
  /** Says what was done. @throws Error when it could not be done. */
  apply(): Promise<string>;
}

interface Facts {
  /** `<area>.<what>`: what programs go by. */
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** What a check has found. Whatever is wrong has a remedy. */
export type Finding =
  | (Facts & { readonly level: 'ok' | 'note'; readonly remedy: string | null; readonly fix: null })
  | (Facts & { readonly level: 'warning' | 'problem'; readonly remedy: string; readonly fix: Fix | null });

/** Findings about one thing. */
export interface Subject {
  readonly id: string;
  ok(detail: string): Finding;
  note(detail: string, remedy?: string): Finding;
  warning(detail: string, remedy: string, fix?: Fix): Finding;
  problem(detail: string, remedy: string, fix?: Fix): Finding;
}

export function about(id: string, title: string): Subject {
  const facts = { id, title };
  return {
    id,
    ok: (detail) => ({ ...facts, level: 'ok', detail, remedy: null, fix: null }),
    note: (detail, remedy) => ({ ...facts, level: 'note', detail, remedy: remedy ?? null, fix: null }),
    warning: (detail, remedy, fix) => ({ ...facts, level: 'warning', detail, remedy, fix: fix ?? null }),
    problem: (detail, remedy, fix) => ({ ...facts, level: 'problem', detail, remedy, fix: fix ?? null }),
  };
}

/** A list as people read it, cut where it gets too long. */
export function listed(items: readonly string[], limit = 5): string {
  const shown = items.slice(0, limit).join(', ');
  return items.length <= limit ? shown : `${shown} and ${items.length - limit} more`;
}
