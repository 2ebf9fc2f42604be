import { RUN_TAG_VARIABLE } from '../../../status/broker-label.ts';
import { sweepRun, type TaggedProcess, taggedProcesses } from '../../../status/tagged-processes.ts';
import { counted } from '../../../util/counted.ts';
import { oneLine } from '../../../util/plain-text.ts';
import { type BrokerSeen, brokersSeen, isDead, isLive } from '../brokers-seen.ts';
import { about, type Finding, type Fix, listed } from '../finding.ts';
import type { Scene } from '../scene.ts';

const PROGRAM_CHARS = 40;

/** Processes that were started for jobs and outlived their broker. */
export async function checkOrphans(scene: Scene): Promise<Finding[]> {
  // Before the brokers: a tagged process that is there by now has a broker whose label was there before it.
  const processes = taggedProcesses();
  const orphans = about('orphans', 'Orphans');
  if (processes === null) return [orphans.note('cannot be looked for: processes do not show their environment here')];
  const sorted = sortOut(processes, brokersSeen(scene), ownFacts(scene));
  if (sorted.unsure) return [orphans.note('cannot be told: a broker has no label at the moment', 'run doctor again')];
  const { orphaned } = sorted;
  if (orphaned.length === 0) return [orphans.ok('no process has outlived its broker')];
  const names = orphaned.map(({ identity, program }) => `${identity.pid} (${oneLine(program, PROGRAM_CHARS)})`);
  const remedy = `run doctor --fix, or "kill -KILL ${orphaned.map(({ identity }) => identity.pid).join(' ')}"`;
  const what = `${counted(orphaned.length, 'process', 'processes')} of brokers that are gone: ${listed(names)}`;
  return [orphans.problem(what, remedy, sweeping(scene, new Set(orphaned.map(({ tag }) => tag))))];
}

/** What a run is told by that must be left alone, beside its being of a living broker. */
export interface OwnFacts {
  readonly stateRoot: string;
  /** Of the run that this command was started by, if a job has started it. */
  readonly tag: string | undefined;
}

export function ownFacts({ stateRoot, environment }: Scene): OwnFacts {
  return { stateRoot, tag: environment[RUN_TAG_VARIABLE] };
}

/** `unsure`: a broker lives of which nobody knows the tag, so that any process may be its. */
export interface Sorted {
  readonly orphaned: readonly TaggedProcess[];
  readonly unsure: boolean;
}

/** Those of `processes` whose broker is gone. Only of our own state root: of others, nobody here can tell who lives. */
export function sortOut(processes: readonly TaggedProcess[], brokers: readonly BrokerSeen[], own: OwnFacts): Sorted {
  const living = brokers.filter((broker) => !isDead(broker));
  const unsure = living.some(({ label }) => label === null);
  const spared = new Set([...living.map(({ label }) => label?.runTag), ...untouchable(processes, brokers, own)]);
  const ours = processes.filter(({ stateRoot }) => stateRoot === own.stateRoot);
  return { orphaned: unsure ? [] : ours.filter(({ tag }) => !spared.has(tag)), unsure };
}

/** The tags of runs that a living broker, or this command, was itself started by: ending such a run would end them, too. */
export function untouchable(
  processes: readonly TaggedProcess[],
  brokers: readonly BrokerSeen[],
  own: OwnFacts,
): Set<string | undefined> {
  const holders = new Set(brokers.filter(isLive).map(({ holder }) => `${holder.pid} ${holder.startTime}`));
  const nested = processes.filter(({ identity: { pid, startTime } }) => holders.has(`${pid} ${startTime}`));
  return new Set([own.tag, ...nested.map(({ tag }) => tag)]);
}

/** A run's tag is never used again; that none of them has come to be a living broker's is looked at once more all the same. */
function sweeping(scene: Scene, tags: ReadonlySet<string>): Fix {
  return {
    apply: async () => {
      const { orphaned } = sortOut(taggedProcesses() ?? [], brokersSeen(scene), ownFacts(scene));
      let ended = 0;
      for (const tag of new Set(orphaned.map((orphan) => orphan.tag).filter((tag) => tags.has(tag)))) {
        ended += await sweepRun(tag);
      }
      return `Ended ${counted(ended, 'process', 'processes')} of brokers that are gone`;
    },
  };
}
