import { existsSync } from 'node:fs';
import path from 'node:path';
import { searchDirectories } from './search-path.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A program, and what comes before the arguments that are meant for it. */
export interface Program {
  readonly command: string;
  readonly script: readonly string[];
}

/** npm's own script, from the folder of its `.cmd`. */
const SCRIPT = path.join('node_modules', 'npm', 'bin', 'npm-cli.js');

/**
 * How npm is started. On Windows it is a `.cmd`, which only a shell would start: the script that this one starts is run
 * by the Node that runs us. Null when there is none on PATH.
 */
export function npmProgram(environment: Environment, platform: NodeJS.Platform = process.platform): Program | null {
  if (platform !== 'win32') return { command: 'npm', script: [] };
  for (const directory of searchDirectories(environment, platform)) {
    const program = path.join(directory, 'npm.exe');
    if (existsSync(program)) return { command: program, script: [] };
    const script = path.join(directory, SCRIPT);
    if (existsSync(path.join(directory, 'npm.cmd')) && existsSync(script)) {
      return { command: process.execPath, script: [script] };
    }
  }
  return null;
}
