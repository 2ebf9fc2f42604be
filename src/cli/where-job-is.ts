import { otherStores, workspaceOfStore } from '../client/workspaces.ts';
import { loadConfig } from '../config/config.ts';
import type { JobStore } from '../status/store.ts';
import { type Context, contextFor } from './context.ts';
import { CliError, EXIT } from './exit-codes.ts';

/** A shorter part of an id names a job of this workspace only: elsewhere it would too easily be that of another one. */
const MIN_PART_ELSEWHERE = 6;

/**
 * The context of the workspace in which the job is that `text` names: this one, unless only another one knows it. Which
 * one that is is said on stderr. Without such a job it is this one, which says so.
 * @throws CliError (exit 3) when several others know such a job.
 */
export function whereJobIs(context: Context, text: string | undefined): Context {
  if (text === undefined || text.length < MIN_PART_ELSEWHERE) return context;
  if (context.store.findByPrefix(text).kind !== 'none') return context;
  const found = otherStores(context).flatMap((store) => idsFitting(store, text).map((id) => ({ id, store })));
  const exact = found.filter(({ id }) => id === text);
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (only === undefined) return context;
  if (others.length > 0)
    throw ambiguous(
      text,
      [only, ...others].map(({ id }) => id),
    );
  const there = workspaceOfStore(context, only.store);
  if (there === null) return context;
  context.io.note(`${only.id} is a job of "${there.root}"`);
  return contextFor(loadConfig(there.root, context.config.environment), there, context.io);
}

function idsFitting(store: JobStore, text: string): readonly string[] {
  const lookup = store.findByPrefix(text);
  if (lookup.kind === 'ambiguous') return lookup.ids;
  return lookup.kind === 'found' ? [lookup.job.id] : [];
}

function ambiguous(text: string, ids: readonly string[]): CliError {
  const fits = ids.toSorted().join(', ');
  const message = `Job reference "${text}" is ambiguous. Use a longer job id. In other workspaces it fits ${fits}`;
  return new CliError(EXIT.noSuchJob, message);
}
