import * as v from 'valibot';

const Result = v.object({
  successes: v.fallback(
    v.array(v.object({ source: v.nullish(v.string(), null), target: v.nullish(v.string(), null) })),
    [],
  ),
  failures: v.fallback(v.array(v.object({ message: v.nullish(v.string(), '') })), []),
});

/** `externalAgentConfig/import/completed`. Early versions say nothing in it but that it is completed. */
const ImportCompletedNotification = v.object({
  importId: v.nullish(v.string(), null),
  itemTypeResults: v.fallback(v.nullish(v.array(Result), []), []),
});

export interface SessionImport {
  /** Null when nothing new was recorded, as for a transcript that was imported before. */
  readonly threadId: string | null;
  readonly failure: string | null;
}

/**
 * What the notice says of the transcript `path`; null when it is about another import, or cannot be read. Where the
 * answer or the notice has no id, nobody can tell imports apart.
 */
export function importedThread(params: unknown, importId: string | null, path: string): SessionImport | null {
  const parsed = v.safeParse(ImportCompletedNotification, params ?? {});
  if (!parsed.success) return null;
  const { importId: told } = parsed.output;
  if (importId !== null && told !== null && told !== importId) return null;
  const results = parsed.output.itemTypeResults;
  const successes = results.flatMap((result) => result.successes);
  const success = successes.find(({ source }) => source === path) ?? successes[0];
  const [failure = null] = results.flatMap((result) => result.failures.map(({ message }) => message));
  return { threadId: success?.target ?? null, failure };
}
