import { copyFileSync, cpSync, existsSync, readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from './codex-package.ts';

/** What of the packages is needed here: of the rest, most is binaries of other platforms, and the sources. */
const NEEDED: ReadonlyArray<readonly [name: string, files: readonly string[]]> = [
  ['zeromq', ['package.json', 'lib', 'build/manifest.json', `build/${process.platform}/${process.arch}`]],
  ['cmake-ts', ['package.json', 'build/loader.js']],
];

/** ZeroMQ and what loads it, in a folder of their own: copies, for they are damaged. Returns the folder of ZeroMQ. */
export function copyPackages(root: string): string {
  const modules = path.join(root, 'node_modules');
  for (const [name, files] of NEEDED) {
    for (const file of files)
      cpSync(path.join(PROJECT_ROOT, 'node_modules', name, file), path.join(modules, name, file), { recursive: true });
  }
  return path.join(modules, 'zeromq');
}

export type Spoilt = 'cut short' | 'strange';

/** Makes of its binaries files that nobody can load, or libraries of which none is one for Node. */
export function spoilBinaries(zeromq: string, how: Spoilt): void {
  const build = path.join(zeromq, 'build');
  const binaries = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.node'));
  for (const name of binaries) {
    const file = path.join(build, name);
    if (how === 'strange') copyFileSync(someLibrary(), file);
    else truncateSync(file, 100);
  }
}

/** The path of any library that this process has loaded. */
function someLibrary(): string {
  const report = process.report.getReport() as unknown as { readonly sharedObjects: readonly string[] };
  const library = report.sharedObjects.find((file) => /\blib(?:m|dl)\b/u.test(file) && existsSync(file));
  if (library === undefined) throw new Error(`No library to take: ${report.sharedObjects.join(', ')}`);
  return library;
}
