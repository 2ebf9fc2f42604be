import path from 'node:path';

/** Whether Windows gives this file to its shell. */
export function isShim(file: string): boolean {
  return /\.(?:cmd|bat)$/iu.test(file);
}

/** A path in quotes to which all of the arguments are given. Some begin with the folder of the shim, `%dp0%` or `%~dp0`. */
const GIVEN_ALL = /"(?:(%dp0%|%~dp0)[\\/]*)?([^"%]+\.(?:[cm]?js|exe|cmd))"\s+%\*/giu;

/**
 * The script or program that a `.cmd` of npm, pnpm, yarn or scoop starts, by the text of the `.cmd` and its folder. Null
 * when it does not do just that.
 */
export function shimTarget(text: string, directory: string): string | null {
  const targets = [...text.matchAll(GIVEN_ALL)].map(([, own, file = '']) => targetOf(file, own ? directory : null));
  const [first = null, ...others] = [...new Set(targets)];
  return others.length === 0 ? first : null;
}

/** Without a folder, only an absolute path says where it is. */
function targetOf(file: string, directory: string | null): string | null {
  if (directory !== null) return path.join(directory, ...file.split(/[\\/]+/u));
  return path.win32.isAbsolute(file) ? file : null;
}
