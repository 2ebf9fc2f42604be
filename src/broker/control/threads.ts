import type { Handler } from './handler.ts';

/** Codex threads of a directory by a part of their name, newest first. */
export const threads: Handler<'codex/threads'> = async ({ cwd, search, limit }, { codex }) => {
  const { data } = await codex.ask('thread/list', { cwd, searchTerm: search, limit });
  return { threads: data.map(({ id, name }) => ({ id, name })) };
};
