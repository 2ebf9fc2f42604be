import * as v from 'valibot';
import { oneLine } from '../util/plain-text.ts';

const WHY_CHARS = 200;

/** Why a package with native parts is of no use, and with it what helps. */
export type PackageFault =
  /** Not installed, or files of it are missing. */
  | { readonly id: 'incomplete' }
  /** It has come without a binary for this platform. */
  | { readonly id: 'unsupported'; readonly platform: string }
  /** There is one, and the system does not take it. */
  | { readonly id: 'unloadable'; readonly why: string };

/** How loading it ended in a process of its own. */
export const LoadFailureSchema = v.object({
  /** Whether there is such a package. */
  found: v.boolean(),
  /** Of the error, or else its name. */
  code: v.string(),
  message: v.string(),
  /** What was said on the console meanwhile: why each of the binaries was refused. */
  said: v.array(v.string()),
});
export type LoadFailure = v.InferOutput<typeof LoadFailureSchema>;

// The words are those of cmake-ts 1.0.2, by which zeromq finds its binary. What it says otherwise one day is still `unloadable`, with its words.
const NO_MANIFEST = /manifest file/iu;
const NO_BINARY = /^(?:Failed to load .*? Error: )?No compatible \S+ addon found for ([^.]*)\./u;
const NO_SUCH_FILE = /^Cannot find module/u;
/** Of a binary that was cut short, or written over: as Linux, Windows and macOS have it. */
const DAMAGED =
  /file too short|cannot read file data|invalid ELF header|not a valid Win32 application|not a mach-o file|slice is not valid/iu;
const REFUSED = /Failed to load addon at .*?: (?:\w*Error: )?(.*)/u;

/** Of files that are missing, or cut short. */
const INCOMPLETE: ReadonlySet<string> = new Set(['MODULE_NOT_FOUND', 'SyntaxError']);

export function packageFault({ found, code, message, said }: LoadFailure): PackageFault {
  if (!found || INCOMPLETE.has(code) || NO_MANIFEST.test(message)) return { id: 'incomplete' };
  const [, platform] = NO_BINARY.exec(message) ?? [];
  if (platform !== undefined) return { id: 'unsupported', platform };
  const refused = said.flatMap((line) => REFUSED.exec(line)?.[1] ?? []);
  const [why = message] = refused.filter((reason) => !isLost(reason));
  if (refused.length > 0 && refused.every(isLost)) return { id: 'incomplete' };
  return { id: 'unloadable', why: oneLine(why, WHY_CHARS) };
}

/** The binary is listed, and not there, or not as it was. */
function isLost(reason: string): boolean {
  return NO_SUCH_FILE.test(reason) || DAMAGED.test(reason);
}

export function faultSentence(name: string, fault: PackageFault): string {
  switch (fault.id) {
    case 'incomplete':
      return `the package "${name}" is not installed, or only in part`;
    case 'unsupported':
      return `the package "${name}" has no binary for this platform, ${fault.platform}`;
    case 'unloadable':
      return `the binary of the package "${name}" cannot be loaded: ${fault.why}`;
  }
}
