import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What a module exports. */
export type Exports = Readonly<Record<string, unknown>>;

/**
 * Loads modules of src/, given by their paths below it: path → what it exports. A value that two of them know is one.
 * @param root the project's.
 */
export async function loadModules(root: string, files: readonly string[]): Promise<ReadonlyMap<string, Exports>> {
  const outfile = path.join(root, '.build', 'modules.mjs');
  await build({
    absWorkingDir: root,
    stdin: {
      contents: files.map((file, index) => `export * as m${index} from './${file}';`).join('\n'),
      resolveDir: path.join(root, 'src'),
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outfile,
    logLevel: 'warning',
  });
  const loaded: Readonly<Record<string, Exports>> = await import(pathToFileURL(outfile).href);
  return new Map(files.map((file, index) => [file, loaded[`m${index}`] ?? {}]));
}
