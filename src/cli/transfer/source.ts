import { realpathSync, type Stats, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Context } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';

/** The real path of the transcript that was meant. @throws CliError when Codex could not import it. */
export function transcriptToTransfer(context: Context, option: string | undefined): string {
  const chosen = option ?? context.config.settings.transcriptPath ?? undefined;
  if (chosen === undefined) {
    throw refused('Could not identify the current Claude transcript. Retry with --source <path-to-claude-jsonl>.');
  }
  const file = path.resolve(context.workspace.cwd, withHome(chosen));
  if (path.extname(file) !== '.jsonl') throw refused(`Claude session source must be a JSONL file: ${file}`);
  const real = realPath(file, (stats) => stats.isFile());
  const projects = realPath(path.join(os.homedir(), '.claude', 'projects'), (stats) => stats.isDirectory());
  if (real === null || projects === null) throw refused(`Claude session file not found: ${file}`);
  if (!real.startsWith(projects + path.sep)) {
    throw refused(`Codex imports Claude sessions only from ${projects}, and this one is elsewhere: ${real}`);
  }
  return real;
}

function withHome(file: string): string {
  return file === '~' || file.startsWith('~/') ? path.join(os.homedir(), file.slice(1)) : file;
}

/** Null when there is none, or nobody may look. */
function realPath(file: string, isKind: (stats: Stats) => boolean): string | null {
  try {
    return isKind(statSync(file)) ? realpathSync(file) : null;
  } catch {
    return null;
  }
}

function refused(message: string): CliError {
  return new CliError(EXIT.jobFailed, message);
}
