import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from './codex-package.ts';

/** ZeroMQ and what loads it, in a folder of their own: copies, for they are damaged. Returns the folder of ZeroMQ. */
export function copyPackages(root: string): string {
  const modules = path.join(root, 'node_modules');
  mkdirSync(modules, { recursive: true });
  const others = [path.join('build', 'darwin'), path.join('build', 'linux'), path.join('build', 'win32')].filter(
    (folder) => !folder.endsWith(process.platform),
  );
  for (const name of ['zeromq', 'cmake-ts']) {
    const from = path.join(PROJECT_ROOT, 'node_modules', name);
    // Binaries of other platforms are large, and of no use here.
    const filter = (file: string) => !others.includes(path.relative(from, file));
    cpSync(from, path.join(modules, name), { recursive: true, filter });
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
