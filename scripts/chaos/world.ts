import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { workspaceDirectory } from '../../src/config/paths.ts';
import { type FinishedJob, isFinished, type JobRecord, type RunningJob } from '../../src/contract/job.ts';
import { type BrokerLabel, readBrokerLabel } from '../../src/status/broker-label.ts';
import { isAlive } from '../../src/status/liveness.ts';
import type { LockHolder } from '../../src/status/lock.ts';
import { readRecord } from '../../src/status/record-file.ts';
import { processesWithEnv } from '../../tests/support/processes.ts';
import type { Rig } from '../../tests/support/rig.ts';

/** One of the workspaces, seen from outside: files and processes, no command is run. */
export class Place {
  readonly name: string;
  readonly cwd: string;
  readonly state: string;
  readonly #rig: Rig;

  constructor(rig: Rig, name: string) {
    this.#rig = rig;
    this.name = name;
    this.cwd = rig.otherWorkspace(name);
    this.state = workspaceDirectory(rig.stateDir, realpathSync(this.cwd));
  }

  activeFiles(): string[] {
    return filesIn(path.join(this.state, 'active')).filter((file) => file.endsWith('.json'));
  }

  finishedFiles(): string[] {
    return filesIn(path.join(this.state, 'finished')).filter((file) => file.endsWith('.json'));
  }

  /** The end of a job, and when it was written: the kernel's time, which a jump of our clock does not reach. */
  endOf(id: string): { readonly job: FinishedJob; readonly writtenAtMs: number } | null {
    const file = this.finishedFiles().find((name) => name.endsWith(`.${id}.json`));
    const reading = file === undefined ? null : readRecord(file, id);
    if (file === undefined || !reading?.ok || !isFinished(reading.job)) return null;
    return { job: reading.job, writtenAtMs: statSync(file).mtimeMs };
  }

  quarantinedFiles(): string[] {
    return filesIn(path.join(this.state, 'quarantine'));
  }

  logFiles(): string[] {
    return filesIn(path.join(this.state, 'logs'));
  }

  activeJobs(): JobRecord[] {
    return this.activeFiles().flatMap((file) => {
      const reading = readRecord(file, path.basename(file, '.json'));
      return reading.ok ? [reading.job] : [];
    });
  }

  runningJobs(): RunningJob[] {
    return this.activeJobs().flatMap((job) => (job.status === 'running' ? [job] : []));
  }

  labelFile(): string | null {
    return filesIn(this.#brokerDirectory()).find((file) => path.basename(file) === 'broker.json') ?? null;
  }

  label(): BrokerLabel | null {
    const file = this.labelFile();
    return file === null ? null : readBrokerLabel(file);
  }

  /** The last lines of what its brokers said. */
  brokerLog(lines: number): string {
    const file = path.join(this.#brokerDirectory(), 'broker.log');
    const said = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    return said.slice(-lines).join('\n');
  }

  /** The claims of processes that live, by the name of their file. More than one for long is a split brain. */
  liveClaims(): Map<string, LockHolder> {
    const claims = new Map<string, LockHolder>();
    for (const file of filesIn(path.join(this.#brokerDirectory(), 'lock'))) {
      const holder = holderIn(file);
      if (holder !== null && isAlive(holder)) claims.set(path.basename(file), holder);
    }
    return claims;
  }

  brokerPid(): number | null {
    return [...this.liveClaims().values()].find((holder) => holder.role === 'broker')?.pid ?? null;
  }

  /** By parentage: a label can be damaged, and a wrapper does not do the work. */
  appServerPid(): number | null {
    const broker = this.brokerPid();
    if (broker === null) return null;
    const ours = processesWithEnv('CODEX_COMPANION_STATE_DIR', this.#rig.stateDir);
    return ours.find(({ pid, cmdline }) => cmdline.includes('app-server') && parentOf(pid) === broker)?.pid ?? null;
  }

  /** The sockets of this workspace's broker, as its label says. */
  sockets(): { readonly control: string; readonly events: string } | null {
    const label = this.label();
    return label === null ? null : { control: label.endpoint, events: label.events.replace(/^ipc:\/\//u, '') };
  }

  #brokerDirectory(): string {
    const brokers = path.join(this.state, 'brokers');
    return filesIn(brokers)[0] ?? path.join(brokers, 'none');
  }
}

export function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .sort()
      .map((name) => path.join(directory, name));
  } catch {
    return [];
  }
}

function holderIn(file: string): LockHolder | null {
  if (!/^claim\.[^.]+\.\d+\.[^.]+$/u.test(path.basename(file))) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
