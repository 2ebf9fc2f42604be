import { setTimeout as sleep } from 'node:timers/promises';
import { fakePrompt } from '../../tests/support/fake-codex/script.ts';
import { stubPrompt } from '../../tests/support/model-stub/steps.ts';
import { openRig, type Rig } from '../../tests/support/rig.ts';
import { type Holding, holdingOf } from '../lib/holding.ts';
import type { SoakOptions } from './options.ts';

/** So often both processes are looked at, and in a short run so many times. */
const SAMPLE_EVERY_MS = 5_000;
const LEAST_SAMPLES = 16;

/** One look at both processes, so many minutes after the first job. */
export interface Sample {
  readonly atMin: number;
  readonly jobs: number;
  readonly broker: Holding;
  readonly appServer: Holding;
}

export interface Soaked {
  readonly samples: readonly Sample[];
  readonly jobs: number;
  /** Jobs that did not end as they should have. */
  readonly wrong: readonly string[];
}

interface BrokerStatus {
  readonly pid: number;
  readonly appServer: { readonly pid: number };
}

/** Hands jobs over, so many at a time, for as long as is asked for, and looks at what broker and app-server hold. */
export async function soak(options: SoakOptions, onSample: (sample: Sample) => void): Promise<Soaked> {
  const { rig, close } = await openRig({ codex: options.codex });
  try {
    await rig.run(['task', 'begin']);
    const processes = await rig.json<BrokerStatus>(['broker', 'status']);
    const startedAtMs = performance.now();
    const untilMs = startedAtMs + options.minutes * 60_000;
    const done = { jobs: 0, wrong: [] as string[] };
    const shells = Array.from({ length: Math.round(options.atOnce) }, () => handOver(rig, options, untilMs, done));
    const samples = await sampled(processes, startedAtMs, untilMs, done, onSample);
    await Promise.all(shells);
    return { samples, ...done };
  } finally {
    await close();
  }
}

async function handOver(
  rig: Rig,
  { codex }: SoakOptions,
  untilMs: number,
  done: { jobs: number; wrong: string[] },
): Promise<void> {
  for (let n = 0; performance.now() < untilMs; n += 1) {
    const { code, stderr } = await rig.run(['task', ...promptOf(codex, n)]);
    done.jobs += 1;
    if (code !== 0) done.wrong.push(`exit ${code}: ${stderr.trim().split('\n').at(-1)}`);
  }
}

/** A little of everything that a job may do. */
function promptOf(codex: SoakOptions['codex'], n: number): string[] {
  const kinds =
    codex === 'fake'
      ? [fakePrompt({ do: 'flood', count: 50 }), fakePrompt({ do: 'command', ms: 50 }), fakePrompt({ do: 'subagent' })]
      : [
          stubPrompt({ do: 'stream', text: 'word '.repeat(200), seconds: 0.3 }),
          stubPrompt({ do: 'exec', cmd: 'echo one; echo two' }, { do: 'final', text: 'an answer' }),
          stubPrompt({ do: 'reason', summary: ['**A thought**'], text: 'an answer' }),
        ];
  return [kinds[n % kinds.length] ?? 'begin'];
}

async function sampled(
  processes: BrokerStatus,
  startedAtMs: number,
  untilMs: number,
  done: { readonly jobs: number },
  onSample: (sample: Sample) => void,
): Promise<Sample[]> {
  const everyMs = Math.min(SAMPLE_EVERY_MS, (untilMs - startedAtMs) / LEAST_SAMPLES);
  const samples: Sample[] = [];
  while (performance.now() < untilMs) {
    const broker = holdingOf(processes.pid);
    const appServer = holdingOf(processes.appServer.pid);
    if (broker === null || appServer === null) throw new Error('The broker or its app-server has ended in the middle');
    const sample = { atMin: (performance.now() - startedAtMs) / 60_000, jobs: done.jobs, broker, appServer };
    samples.push(sample);
    onSample(sample);
    await sleep(Math.min(everyMs, Math.max(0, untilMs - performance.now())));
  }
  return samples;
}
