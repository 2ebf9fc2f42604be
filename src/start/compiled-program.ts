import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

/** The folder beside the program of what was compiled of it. Whoever may write there may write the program. */
const FOLDER = 'compiled';

const COMMAND = /^[a-z-]{1,32}$/u;

/** The status of a command line that cannot be understood: it may have been anything. */
const USAGE = 2;

export interface CompiledOptions {
  /** How the program's text ends: no other text does. */
  readonly mark: string;
  /** The first word of the command line: each command compiles other functions. */
  readonly command: string;
}

/** Before this time has passed nothing that was kept is replaced. */
const KEPT_FOR_MS = 3_600_000;

type Require = (id: string) => unknown;

/**
 * The program, and what V8 made of it when this command was run for the first time. To parse and compile it is a third of what
 * a short command takes. Node itself keeps such a cache from version 22 on; this one also serves version 20.
 *
 * Nothing here throws for the sake of the cache: without one, the program is compiled as any other.
 */
export class CompiledProgram {
  readonly #file: string;
  readonly #script: Script;
  /** Where it belongs; null when it is there already, or has no place. */
  #missing: string | null;

  static load(file: string, options: CompiledOptions): CompiledProgram {
    return new CompiledProgram(file, readFileSync(file, 'latin1'), options);
  }

  private constructor(file: string, text: string, { mark, command }: CompiledOptions) {
    this.#file = file;
    const place = placeOf(file, mark, command);
    // While an update is written, the text can be another one than was meant.
    const usable = place !== null && text.endsWith(mark);
    const cachedData = usable ? bytesOf(place) : undefined;
    this.#script = new Script(text, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
    const isOfUse = cachedData !== undefined && this.#script.cachedDataRejected !== true;
    this.#missing = usable && !isOfUse ? place : null;
  }

  /** @returns what the program exports. */
  run(require: Require): unknown {
    const module = { exports: {} };
    // The text is a function of these, as Node makes one of every module.
    const main: (...args: unknown[]) => void = this.#script.runInThisContext();
    main(module.exports, require, module, this.#file, path.dirname(this.#file));
    return module.exports;
  }

  /** Called when the command has done what it does, with its status. The second call does nothing. */
  keep(status: number): void {
    if (this.#missing === null || status === USAGE) return;
    const place = this.#missing;
    this.#missing = null;
    try {
      if (!mayReplace(place)) return;
      makeFolder(path.dirname(this.#file), path.dirname(place));
      // By rename: another process may be reading, or writing the same.
      const temporary = `${place}.${process.pid}`;
      writeFileSync(temporary, this.#script.createCachedData(), { flush: true });
      renameSync(temporary, place);
    } catch {
      // Not ours to write, no room, or removed while it ran.
    }
  }
}

/** A folder for each program, in it one for each build, and in that a file for each command and Node. */
function placeOf(file: string, mark: string, command: string): string | null {
  if (!COMMAND.test(command)) return null;
  const folder = path.join(path.dirname(file), FOLDER, path.basename(file, '.cjs'), mark.replace(/\W/gu, ''));
  return path.join(folder, `${command}.${process.version}-${process.arch}`);
}

/**
 * What is rejected is damaged, or of a Node with other flags: the one is to be made anew, and the other not at each start of either.
 */
function mayReplace(file: string): boolean {
  const kept = statSync(file, { throwIfNoEntry: false });
  return kept === undefined || Date.now() - kept.mtimeMs > KEPT_FOR_MS;
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** `folder`, below one that is there: a program that was removed while it ran must not leave a folder behind. */
function makeFolder(base: string, folder: string): void {
  if (folder === base || existsSync(folder)) return;
  makeFolder(base, path.dirname(folder));
  mkdirSync(folder);
  removeOthers(folder);
}

/** What was compiled of earlier builds of the program is beside that of the new one. */
function removeOthers(folder: string): void {
  const [program, build] = [path.dirname(folder), path.basename(folder)];
  if (path.basename(path.dirname(program)) !== FOLDER) return;
  for (const name of readdirSync(program)) {
    if (name !== build) rmSync(path.join(program, name), { recursive: true, force: true });
  }
}
