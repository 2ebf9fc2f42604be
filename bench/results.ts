import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import * as v from 'valibot';
import { codexPackage, PROJECT_ROOT } from '../tests/support/codex-package.ts';

/** Where whole runs are kept, one file a day: what they are committed for is that the next one is compared with them. */
export const RESULTS_FOLDER = 'bench/results';

const SummarySchema = v.object({
  count: v.number(),
  p50: v.number(),
  p95: v.number(),
  p99: v.number(),
  min: v.number(),
  max: v.number(),
});

const ReachSchema = v.variant('kind', [
  v.object({ kind: v.literal('ratio'), at: v.number(), max: v.number() }),
  v.object({ kind: v.literal('added'), at: v.number(), max: v.number() }),
  v.object({ kind: v.literal('below'), at: v.number(), max: v.number() }),
  v.object({ kind: v.literal('none'), at: v.number() }),
]);

const JudgedSchema = v.object({
  measurement: v.string(),
  name: v.string(),
  title: v.string(),
  unit: v.picklist(['ms', 'MB', 's', 'files']),
  floorTitle: v.string(),
  product: SummarySchema,
  floor: v.nullable(SummarySchema),
  reach: ReachSchema,
  value: v.number(),
  /** Where 95 of 100 repetitions would put `value`. */
  low: v.number(),
  high: v.number(),
});
/** A figure as it is kept. */
export type Judged = v.InferOutput<typeof JudgedSchema>;

const ChartSchema = v.object({
  name: v.string(),
  title: v.string(),
  xUnit: v.string(),
  yUnit: v.string(),
  series: v.array(v.object({ name: v.string(), points: v.array(v.tuple([v.number(), v.number()])) })),
});

export const ResultsSchema = v.object({
  schemaVersion: v.literal(1),
  at: v.string(),
  /** Whether it was a quick run: its figures are no measure of anything. */
  quick: v.boolean(),
  seconds: v.number(),
  machine: v.object({
    cpu: v.string(),
    cores: v.number(),
    memoryMb: v.number(),
    system: v.string(),
    node: v.string(),
    codex: v.string(),
    /** The load of the last minute, before the run and after it: the run itself is one of those who make it. */
    load: v.tuple([v.number(), v.number()]),
  }),
  figures: v.array(JudgedSchema),
  facts: v.array(
    v.object({
      measurement: v.string(),
      name: v.string(),
      title: v.string(),
      holds: v.boolean(),
      detail: v.string(),
    }),
  ),
  charts: v.array(ChartSchema),
  /** Measurements that could not be made, and why. */
  failures: v.array(v.object({ measurement: v.string(), message: v.string() })),
});
export type Results = v.InferOutput<typeof ResultsSchema>;

export function machine(loadBefore: number): Results['machine'] {
  const [first, ...others] = os.cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: others.length + 1,
    memoryMb: Math.round(os.totalmem() / 2 ** 20),
    system: `${os.type()} ${os.release()}`,
    node: process.version,
    codex: execFileSync(codexPackage().binary, ['--version'], { encoding: 'utf8' }).trim(),
    load: [loadBefore, load()],
  };
}

export function load(): number {
  return Math.round((os.loadavg()[0] ?? 0) * 100) / 100;
}

/** @throws Error that names the file. */
export function readResults(file: string): Results {
  return parsed(readFileSync(file, 'utf8'), file);
}

/** The last ones that were committed, as they were committed; null before the first. */
export function committedResults(): Results | null {
  const names = git('ls-tree', '--name-only', 'HEAD', `${RESULTS_FOLDER}/`).split('\n');
  const last = names.filter((name) => name.endsWith('.json')).at(-1);
  return last === undefined ? null : parsed(git('show', `HEAD:${last}`), last);
}

/** Where nothing of git is, in an archive of the project say, nothing was committed. */
function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: PROJECT_ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

function parsed(text: string, file: string): Results {
  const results = v.safeParse(v.pipe(v.string(), v.parseJson(), ResultsSchema), text);
  if (results.success) return results.output;
  throw new Error(`Cannot read the results in "${file}": ${v.summarize(results.issues)}`);
}
