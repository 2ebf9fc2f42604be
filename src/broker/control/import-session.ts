import type { Handler } from './handler.ts';

/** Makes a Codex thread of a transcript. */
export const importSession: Handler<'codex/importSession'> = ({ path, cwd }, { codex }) =>
  codex.importSession(path, cwd);
