import { existsSync } from 'node:fs';
import path from 'node:path';
import { searchDirectories } from './search-path.ts';

/** What Windows starts by itself. */
const SUFFIXES = ['.exe', '.com'];

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly exists?: (file: string) => boolean;
}

/**
 * What has to be started for the program `name`. On Windows a bare name is looked for on PATH by ourselves: the system
 * would look in the working directory first, where a repository could have put one. Null when there is none.
 */
export function programFile(
  name: string,
  { environment, platform = process.platform, exists = existsSync }: Surroundings,
): string | null {
  if (platform !== 'win32' || /[\\/:]/u.test(name)) return name;
  const names = hasSuffix(name) ? [name] : SUFFIXES.map((suffix) => `${name}${suffix}`);
  const directories = searchDirectories(environment, platform);
  const files = directories.flatMap((directory) => names.map((file) => path.win32.join(directory, file)));
  return files.find(exists) ?? null;
}

function hasSuffix(name: string): boolean {
  return SUFFIXES.some((suffix) => name.toLowerCase().endsWith(suffix));
}
