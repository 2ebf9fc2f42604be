// What is shipped, bundled: the CLI, the broker, the two files of its threads, and what other programs import. Only what
// has native parts stays a package of its own. The same sources and packages give the same bytes, wherever they are bundled.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { lateBuiltins } from './late-builtins.mjs';
import { ROOT } from './run.mjs';

/** The packages that the bundles load from a node_modules folder above them. */
export const RUNTIME_PACKAGES = ['zeromq'];

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  // Less to read and to parse at each start. Names stay, and lines stay short: a stack trace can be read, and so can what Node quotes
  // of the line of an error.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
  logLevel: 'warning',
};

// Bundled CommonJS packages ask for `require`, which ES modules do not have.
export const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const BUNDLES = [
  // What one command loads when it is called, and all others would only read past: that costs them 5 ms.
  { file: 'doctor.cjs', entry: 'src/cli/doctor/run.ts', format: 'cjs', banner: '' },
  { file: 'thread.mjs', entry: 'src/workers/thread.ts', format: 'esm', banner: REQUIRE },
  // Piscina's half of a thread; it loads thread.mjs.
  { file: 'pool-thread.cjs', entry: 'node_modules/piscina/dist/worker.js', format: 'cjs', banner: '' },
];

/** `codex-companion/client`. */
const CLIENT = {
  file: 'client.mjs',
  entry: 'src/client/index.ts',
  format: 'esm',
  banner: REQUIRE,
  plugins: [loadedLazily(RUNTIME_PACKAGES)],
};

/**
 * Programs: the command line with what asks and leaves, with what is called most, with everything; the broker. CommonJS starts 10 to 20 ms
 * sooner than ES modules, and requires a package when it is needed. The text is a function, for whoever compiles it by itself.
 */
const PROGRAMS = [
  {
    file: 'brief.cjs',
    entry: 'src/cli/main-brief.ts',
    plugins: [lateBuiltins, without('src/client/follow.ts', 'src/cli/run-job.ts', 'src/cli/progress/progress.ts')],
  },
  { file: 'everyday.cjs', entry: 'src/cli/main-everyday.ts', plugins: [lateBuiltins] },
  { file: 'program.cjs', entry: 'src/cli/main.ts', plugins: [lateBuiltins] },
  { file: 'broker-program.cjs', entry: 'src/broker/main.ts' },
].map((program) => ({
  ...program,
  format: 'cjs',
  banner: '(function (exports, require, module, __filename, __dirname) {',
  footer: '})',
  // What is compiled by hand requires what lies beside it.
  supported: { 'dynamic-import': false },
}));

/** What runs them, as V8 has compiled them before. */
const STARTS = [
  { file: 'cli.cjs', entry: 'src/start/main.ts', format: 'cjs', banner: '#!/usr/bin/env node', mode: 0o755 },
  { file: 'broker.cjs', entry: 'src/start/broker.ts', format: 'cjs', banner: '' },
];

/**
 * Bundles what is run, in memory, and with `client` also what other programs import.
 * @returns the files, and the names of the packages that are inside of them.
 */
export async function bundleAll({ client = false } = {}) {
  const programs = (await Promise.all(PROGRAMS.map(bundleOne))).map(marked);
  const marks = Object.fromEntries(programs.map(({ file, mark }) => [path.parse(file.name).name, mark]));
  const define = { PROGRAM_MARKS: JSON.stringify(marks) };
  const starts = STARTS.map((start) => ({ ...start, define }));
  const built = await Promise.all([...starts, ...BUNDLES, ...(client ? [CLIENT] : [])].map(bundleOne));
  built.push(...programs);
  const inputs = built.flatMap(({ inputs }) => inputs);
  const packages = new Set(inputs.map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(input)?.[1]));
  packages.delete(undefined);
  return { files: built.map(({ file }) => file), packages: [...packages].sort() };
}

async function bundleOne({ file: name, entry, format, banner, footer = '', mode = 0o644, plugins = [], ...more }) {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints: [entry],
    format,
    banner: { js: banner },
    footer: { js: footer },
    ...more,
    // Piscina asks for @napi-rs/nice only to change a thread's priority.
    external: [...RUNTIME_PACKAGES, '@napi-rs/nice'],
    plugins: [threadsBesideTheirTask, versionsOnly, bundlesBesideEachOther, ...plugins],
  });
  const [{ text }] = outputFiles;
  return { file: { name, text, mode }, inputs: Object.keys(metafile.inputs) };
}

/** The same with a last line that no other text has: what was compiled of a program is of that text, or of none. */
function marked({ file, inputs }) {
  const mark = `//# program ${createHash('sha256').update(file.text).digest('hex').slice(0, 16)}\n`;
  return { file: { ...file, text: file.text + mark }, inputs, mark };
}

/** Leaves out what the program loads for something that it is never asked to do. */
function without(...modules) {
  return {
    name: 'without',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.ts$/ }, ({ path: asked, resolveDir, kind }) => {
        if (kind !== 'dynamic-import') return undefined;
        const module = path.relative(ROOT, path.resolve(resolveDir, asked)).split(path.sep).join('/');
        return modules.includes(module) ? { path: module, namespace: 'without' } : undefined;
      });
      onLoad({ filter: /.*/, namespace: 'without' }, ({ path: module }) => ({
        contents: `throw new Error(${JSON.stringify(`${module} is not in this program`)});`,
      }));
    },
  };
}

/** Piscina looks for its half of a thread beside itself; bundled, that is beside the file of the thread's task. */
const threadsBesideTheirTask = {
  name: 'threads-beside-their-task',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]piscina[\\/]dist[\\/]index\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const asked = "(__dirname, 'worker.js')";
      if (text.split(asked).length !== 2) throw new Error(`Cannot bundle piscina: "${asked}" is not once in "${file}"`);
      const found = "((0, node_path_1.dirname)(this.options.filename), 'pool-thread.cjs')";
      return { contents: text.replace(asked, () => found), resolveDir: path.dirname(file), loader: 'js' };
    });
  },
};

/** A module that is a bundle itself is not put into another one that loads it when it is called. */
const bundlesBesideEachOther = {
  name: 'bundles-beside-each-other',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ path: asked, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const module = path.relative(ROOT, path.resolve(resolveDir, asked)).split(path.sep).join('/');
      const bundle = BUNDLES.find(({ entry }) => entry === module);
      return bundle === undefined ? undefined : { path: `./${bundle.file}`, external: true };
    });
  },
};

/** An ES module loads what it imports at its own start, also for what it does later, if at all; what is required waits. */
function loadedLazily(packages) {
  return {
    name: 'loaded-lazily',
    setup({ onResolve, onLoad }) {
      const filter = new RegExp(`^(?:${packages.join('|')})$`);
      onResolve({ filter }, ({ path: name, namespace }) =>
        namespace === 'lazy' ? undefined : { path: name, namespace: 'lazy' },
      );
      onLoad({ filter, namespace: 'lazy' }, ({ path: name }) => ({ contents: `module.exports = require('${name}');` }));
    },
  };
}

/** Of a package.json only the version is asked for; with the rest of it, each script of ours would be shipped. */
const versionsOnly = {
  name: 'versions-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path: file }) => {
      const { version } = JSON.parse(await readFile(file, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
