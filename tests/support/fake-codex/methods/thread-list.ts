import * as v from 'valibot';
import type { App } from '../app.ts';
import type { Call } from '../call.ts';

const SOURCE = 'vscode';

const ListSchema = v.looseObject({
  cwd: v.nullish(v.union([v.string(), v.array(v.string())])),
  searchTerm: v.nullish(v.string(), ''),
  limit: v.nullish(v.number(), 25),
  sourceKinds: v.nullish(v.array(v.string()), []),
});

/** Threads that have had a turn, by exact directory and a part of their name; the one that was used last comes first. */
export function threadList(app: App, call: Call): void {
  const { cwd, searchTerm, limit, sourceKinds } = call.params(ListSchema);
  const directories = typeof cwd === 'string' ? [cwd] : (cwd ?? null);
  const wanted = sourceKinds.length === 0 || sourceKinds.includes(SOURCE) ? app.threads.listed() : [];
  const found = wanted
    .filter((thread) => directories === null || directories.includes(thread.cwd))
    .filter((thread) => (thread.name ?? '').includes(searchTerm));
  call.reply({ data: found.slice(0, limit).map((thread) => thread.describe()), nextCursor: null });
}
