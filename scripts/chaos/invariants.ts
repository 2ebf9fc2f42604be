import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../src/status/liveness.ts';
import { JobStore } from '../../src/status/store.ts';
import { unexplained } from './causes.ts';
import { BOUND_MS, Client, DOCUMENTED } from './clients.ts';
import type { Played, Stage } from './round.ts';
import type { Place } from './world.ts';

/** After the last command of a round has ended, every job must end by itself or by its clocks within this time. */
export const SETTLED_MS = 30_000;

/** An app-server that was ended may need a moment to leave the process table. */
const LEAVE_MS = 3_000;

/** Of the file of a finished job: when it ended, and its id. */
const FINISHED_NAME = /^[0-9a-z]{9}\.(.+)\.json$/u;

/** What must be true after every round, whatever happened in it. It remembers the ends of all rounds. */
export class Invariants {
  readonly #stage: Stage;
  /** File → hash of every record of a finished job that was ever seen. */
  readonly #finals = new Map<string, string>();
  /** Jobs whose damaged record was set aside and reported. */
  readonly #setAside = new Set<string>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Every sentence is a broken promise. Leaves no broker behind. */
  async check(played: Played): Promise<string[]> {
    const broken = [...played.violations, ...played.clients.flatMap(endedAsDocumented)];
    for (const place of this.#stage.places) broken.push(...(await this.#settled(place, played)));
    for (const place of this.#stage.places) broken.push(...(await this.#damageReported(place, played)));
    broken.push(...this.#accepted(played), ...this.#explained(played), ...this.#finalsUnchanged());
    broken.push(...(await this.#nothingLeft(played)));
    return broken;
  }

  /** Reads until nothing is active; the first read alone must have settled what has no owner. */
  async #settled(place: Place, played: Played): Promise<string[]> {
    const giveUpAtMs = performance.now() + SETTLED_MS;
    const broken = new Set<string>();
    for (let reads = 1; ; reads += 1) {
      const status = await this.#command(place, ['status', '--json', '--all'], played);
      if (status.exit?.code !== 0) broken.add(`${place.name}: ${status} failed: ${status.stderr}`);
      for (const job of place.runningJobs()) {
        if (!isAlive(job.broker)) broken.add(`${job.id} is running after ${reads} reads, and its broker is gone`);
      }
      const active = place.activeJobs().map((job) => `${job.id} (${job.status})`);
      // What cannot be read now, the broker that runs it writes anew.
      if (place.brokerPid() !== null) active.push(...unreadable(place).map((id) => `${id} (unreadable)`));
      if (active.length === 0) return [...broken];
      if (performance.now() > giveUpAtMs) return [...broken, `${place.name}: still active: ${active.join(', ')}`];
      await sleep(100);
    }
  }

  /** A record that cannot be read is named by every command, and set aside by the next broker. */
  async #damageReported(place: Place, played: Played): Promise<string[]> {
    const broken: string[] = [];
    if (unreadable(place).length > 0) await this.#command(place, ['broker', 'restart', '--force'], played);
    for (const id of unreadable(place)) broken.push(`${id}: its damaged record was not set aside by a new broker`);
    const aside = place.quarantinedFiles();
    if (aside.length === 0) return broken;
    const status = await this.#command(place, ['status'], played);
    for (const file of aside) {
      const [id = ''] = path.basename(file).split('.');
      if (!status.stderr.includes(file)) broken.push(`"${file}" is damaged, and "status" does not say so`);
      if (!played.damaged.has(id)) broken.push(`"${file}" was set aside, and nobody had damaged it`);
      this.#setAside.add(id);
      // As the message says: whoever has seen it may remove it, and hears no more of it.
      rmSync(file);
    }
    return broken;
  }

  #accepted(played: Played): string[] {
    const { damaged } = played;
    const broken: string[] = [];
    for (const client of played.clients) {
      const id = client.accepted();
      if (id === null) continue;
      const job = JobStore.open(client.place.state).read(id);
      if (job === null) {
        if (!damaged.has(id)) broken.push(`${id} was accepted and is lost (${client})`);
        else if (!this.#setAside.has(id))
          broken.push(`${id} was accepted, its record was damaged, and it is neither kept nor set aside`);
      } else if (client.exit?.code === 0 && !client.args.includes('--background') && job.status !== 'completed') {
        broken.push(`${client} exited with 0, and the job is ${job.status}`);
      }
    }
    return broken;
  }

  #explained(played: Played): string[] {
    const ids = new Map(played.clients.flatMap((client) => client.jobIds().map((id) => [id, client.place] as const)));
    return [...ids].flatMap(([id, place]) => {
      const end = place.endOf(id);
      return end === null ? [] : unexplained(end.job, place, played);
    });
  }

  #finalsUnchanged(): string[] {
    const broken: string[] = [];
    const seen = new Map<string, string>();
    for (const place of this.#stage.places) {
      for (const file of place.finishedFiles())
        seen.set(file, createHash('sha256').update(readFileSync(file)).digest('hex'));
    }
    for (const [file, hash] of this.#finals) {
      if (!seen.has(file)) broken.push(`The record of a finished job is gone: ${file}`);
      else if (seen.get(file) !== hash) broken.push(`The record of a finished job has changed: ${file}`);
    }
    const ends = new Map<string, string>();
    for (const [file, hash] of seen) {
      this.#finals.set(file, hash);
      const id = FINISHED_NAME.exec(path.basename(file))?.[1] ?? file;
      const other = ends.get(id);
      if (other !== undefined) broken.push(`${id} has ended twice: ${other} and ${file}`);
      ends.set(id, file);
    }
    return broken;
  }

  async #nothingLeft(played: Played): Promise<string[]> {
    const { rig, places } = this.#stage;
    const broken: string[] = [];
    const stops = await Promise.all(places.map((place) => this.#command(place, ['broker', 'stop', '--force'], played)));
    for (const stop of stops) if (stop.exit?.code !== 0) broken.push(`${stop} failed: ${stop.stderr}`);
    const giveUpAtMs = performance.now() + LEAVE_MS;
    while (rig.processes().length > 0 && performance.now() < giveUpAtMs) await sleep(50);
    for (const { pid, cmdline } of rig.processes()) {
      broken.push(`Left behind: pid ${pid} ${cmdline}`);
      process.kill(pid, 'SIGKILL');
    }
    broken.push(...rig.leftovers().map((file) => `Left behind: ${file}`));
    return broken;
  }

  async #command(place: Place, args: readonly string[], { story, checks }: Played): Promise<Client> {
    const client = new Client(this.#stage.rig, place, args, { boundMs: BOUND_MS.stop });
    checks.push(client);
    const exit = await client.ended;
    if (exit === null || exit.code !== 0) story.tell(`check ${client}: ${exit?.code} ${client.stderr}`);
    return client;
  }
}

function unreadable(place: Place): string[] {
  const readable = new Set(place.activeJobs().map((job) => job.id));
  return place.activeFiles().flatMap((file) => {
    const id = path.basename(file, '.json');
    return readable.has(id) ? [] : [id];
  });
}

/** By the README's table, or by the signal that it was sent. */
function endedAsDocumented(client: Client): string[] {
  const { exit, sent } = client;
  if (exit === null) return [`${client} did not end within ${client.boundMs} ms: ${client.stderr}`];
  if (exit.signal !== null) return sent.includes(exit.signal) ? [] : [`${client} died of ${exit.signal}`];
  if (exit.code === null || !DOCUMENTED.has(exit.code)) return [`${client} exited with ${exit.code}: ${client.stderr}`];
  if (/this is a defect|^\s+at .*:\d+:\d+\)?$/mu.test(client.stderr))
    return [`${client} failed with a defect: ${client.stderr}`];
  return [];
}
