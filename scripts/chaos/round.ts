import { setTimeout as sleep } from 'node:timers/promises';
import type { Rig } from '../../tests/support/rig.ts';
import type { ShiftedClock } from '../../tests/support/shifted-clock.ts';
import { BOUND_MS, Client } from './clients.ts';
import { FAULTS, type FaultName, type Injection, type Scene } from './faults.ts';
import { Listener } from './listener.ts';
import type { Action } from './plan.ts';
import { Story } from './story.ts';
import type { ThreadKiller } from './thread-killer.ts';
import { LockWatch } from './watch.ts';
import type { Place } from './world.ts';

export interface Stage {
  readonly rig: Rig;
  readonly places: readonly [Place, ...Place[]];
  readonly clock: ShiftedClock;
  readonly threads: ThreadKiller;
}

/** A fault that found something to act on. `running`: ids of the jobs that ran in its workspace at that moment. */
export interface Injected extends Injection {
  readonly fault: FaultName;
  readonly place: Place;
  readonly running: readonly string[];
}

/** What is heard in each workspace while a round runs. */
type Listeners = ReadonlyMap<Place, Listener>;

/** What happened in a round, as seen from outside. */
export interface Played {
  readonly story: Story;
  readonly clients: readonly Client[];
  /** What was run after the round, to see what came of it. */
  readonly checks: Client[];
  readonly injected: readonly Injected[];
  /** Jobs whose own record was damaged. */
  readonly damaged: ReadonlySet<string>;
  readonly violations: readonly string[];
  readonly listeners: Listeners;
}

/** Plays the plan, and waits until every command that it started has ended or overran its bound. */
export async function play(stage: Stage, plan: readonly Action[]): Promise<Played> {
  const round = new Round(stage);
  const watch = new LockWatch(stage.places);
  const listeners = new Map(stage.places.map((place) => [place, new Listener(place)]));
  const startedAtMs = performance.now();
  for (const action of plan) {
    await sleep(Math.max(0, action.atMs - (performance.now() - startedAtMs)));
    round.act(action);
  }
  await round.over();
  await Promise.all([...listeners.values()].map((listener) => listener.stop()));
  return { ...round.played(), checks: [], violations: watch.stop(), listeners };
}

class Round {
  readonly #stage: Stage;
  readonly #story = new Story();
  readonly #clients: Client[] = [];
  readonly #injected: Injected[] = [];
  readonly #damaged = new Set<string>();
  readonly #pending: Promise<unknown>[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  act(action: Action): void {
    const place = this.#stage.places[action.workspace] ?? this.#stage.places[0];
    switch (action.kind) {
      case 'task': {
        const flags = [...(action.background ? ['--background'] : []), ...(action.write ? ['--write'] : [])];
        const args = ['task', '--json', ...flags, action.prompt.text];
        const session = action.session === null ? {} : { session: action.session };
        this.#start(place, args, { about: action.prompt.name, ...session });
        return;
      }
      case 'sessionEnd': {
        const { session } = action;
        const input = JSON.stringify({ hook_event_name: 'SessionEnd', session_id: session, cwd: place.cwd });
        this.#start(place, ['hook', 'session-end'], { about: session, session, input });
        return;
      }
      case 'read':
        this.#start(place, readArgs(action.command, this.#someJob(place, action.draw)));
        return;
      case 'signal': {
        const client = draw(this.#running(), action.draw);
        client?.signal(action.signal);
        if (client !== undefined) this.#story.tell(`${action.signal} to ${client}`);
        return;
      }
      case 'fault':
        this.#pending.push(this.#inject(action.atWork ? this.#busy(place) : place, action.fault, action.draw));
    }
  }

  async over(): Promise<void> {
    // A fault may start commands, so both lists can grow while we wait.
    for (let waited = -1; waited < this.#pending.length + this.#clients.length; ) {
      waited = this.#pending.length + this.#clients.length;
      await Promise.all([...this.#pending, ...this.#clients.map((client) => client.ended)]);
      if (waited === this.#pending.length + this.#clients.length) return;
    }
  }

  played(): Omit<Played, 'violations' | 'checks' | 'listeners'> {
    return { story: this.#story, clients: this.#clients, injected: this.#injected, damaged: this.#damaged };
  }

  #start(place: Place, args: readonly string[], { about = '', ...options }: StartOptions = {}): Client {
    const client = new Client(this.#stage.rig, place, args, { boundMs: boundOf(args), ...options });
    this.#clients.push(client);
    this.#story.tell(`start ${client}${about === '' ? '' : ` [${about}]`}`);
    void client.ended.then((exit) => {
      this.#story.tell(`end   ${client}: ${exit === null ? 'OVERDUE' : (exit.signal ?? exit.code)}${said(client)}`);
    });
    return client;
  }

  async #inject(place: Place, name: FaultName, drawn: number): Promise<void> {
    const fault = FAULTS.find((one) => one.name === name);
    const running = place.runningJobs().map((job) => job.id);
    const injection = await fault?.inject(this.#scene(place, drawn));
    if (injection === null || injection === undefined) return;
    this.#story.tell(`FAULT ${name} in ${place.name}: ${injection.note}; running: ${running.join(', ') || 'nothing'}`);
    this.#injected.push({ ...injection, fault: name, place, running });
    await injection.after;
  }

  #scene(place: Place, drawn: number): Scene {
    return {
      place,
      clients: this.#running(),
      draw: drawn,
      start: (args) => this.#start(place, args),
      shiftClock: (offsetMs) => this.#stage.clock.set(offsetMs),
      killThread: (brokerPid) => this.#stage.threads.kill(brokerPid),
      damaged: (jobId) => this.#damaged.add(jobId),
    };
  }

  #running(): Client[] {
    return this.#clients.filter((client) => client.running);
  }

  #busy(place: Place): Place {
    const candidates = [place, ...this.#stage.places];
    return candidates.find((candidate) => candidate.runningJobs().length > 0) ?? place;
  }

  #someJob(place: Place, drawn: number): string | undefined {
    return draw(
      place.activeJobs().map((job) => job.id),
      drawn,
    );
  }
}

interface StartOptions {
  readonly about?: string;
  readonly session?: string;
  readonly input?: string;
}

function readArgs(command: 'status' | 'wait' | 'logs' | 'cancel', jobId: string | undefined): string[] {
  if (command === 'status' || jobId === undefined) return ['status', '--json'];
  return command === 'logs' ? ['logs', '-f', jobId] : [command, '--json', jobId];
}

function boundOf(args: readonly string[]): number {
  const [verb] = args;
  if (verb === 'broker') return BOUND_MS.stop;
  if (verb === 'hook') return BOUND_MS.hook;
  if (verb === 'task') return args.includes('--background') ? BOUND_MS.submit : BOUND_MS.follow;
  return verb === 'wait' || verb === 'logs' ? BOUND_MS.follow : BOUND_MS.read;
}

/** Its last line on stderr: what it says of its end. */
function said(client: Client): string {
  const last = client.stderr.trim().split('\n').at(-1) ?? '';
  return last === '' ? '' : ` "${last.slice(0, 300)}"`;
}

function draw<T>(list: readonly T[], drawn: number): T | undefined {
  return list[Math.floor(drawn * list.length)];
}
