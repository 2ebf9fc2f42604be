import type { Handler } from './handler.ts';

/** Codex threads of some directories by a part of their name; the one that was used last comes first. */
export const threads: Handler<'codex/threads'> = async ({ cwds, search, limit }, { codex }) => {
  const [only, ...others] = cwds;
  // Earlier versions take one directory only.
  const cwd = only === undefined || others.length > 0 ? cwds : only;
  const { data } = await codex.ask('thread/list', { cwd, searchTerm: search, limit, sortKey: 'updated_at' });
  return { threads: data.map(({ id, name }) => ({ id, name })) };
};
