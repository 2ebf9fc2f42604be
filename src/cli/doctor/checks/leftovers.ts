import { existsSync } from 'node:fs';
import path from 'node:path';
import { workspaceLocks } from '../../../config/paths.ts';
import { clearAbandoned } from '../../../status/leftovers.ts';
import { deadClaims, removeDead } from '../../../status/lock.ts';
import { taggedProcesses } from '../../../status/tagged-processes.ts';
import { counted } from '../../../util/counted.ts';
import { isPipe, socketAt } from '../../../util/local-endpoint.ts';
import { type BrokerSeen, brokersSeen, isDead, workspacesSeen } from '../brokers-seen.ts';
import { about, type Finding, type Fix } from '../finding.ts';
import type { Scene } from '../scene.ts';
import { ownFacts, untouchable } from './orphans.ts';

/** How long somebody else who cleans up the same place is waited for. */
const WAIT_FOR_READERS_MS = 2_000;

/** Files of brokers that are gone, in every workspace. Their processes are another check. */
export async function checkLeftovers(scene: Scene): Promise<Finding[]> {
  const found = [
    ...brokersSeen(scene).flatMap((broker) => leftoversOf(broker, scene)),
    ...workspacesSeen(scene).flatMap(deadClaimsOf),
  ];
  return found.length === 0 ? [about('leftovers.broker', 'Leftovers').ok('no broker has left anything')] : found;
}

function leftoversOf(broker: BrokerSeen, scene: Scene): Finding[] {
  const { paths, key, sockets, unreadable } = broker;
  const leftovers = about('leftovers.broker', 'Leftovers');
  if (unreadable !== null) {
    return [leftovers.problem(`the lock "${paths.lock}" cannot be read: ${unreadable}`, 'check its owner and mode')];
  }
  if (!isDead(broker)) return [];
  const claims = deadClaims(paths.lock).length;
  const left = [
    ...(existsSync(paths.label) ? ['its label'] : []),
    ...(existsSync(paths.threads) ? ['the files of its threads'] : []),
    ...[sockets?.control, sockets?.events].filter(isSocket).map((socket) => `the socket "${socket}"`),
    ...(claims === 0 ? [] : [counted(claims, 'claim to its lock', 'claims to its lock')]),
  ];
  if (left.length === 0) return [];
  const what = `the broker ${key} of "${broker.workspace}" is gone and left ${left.join(', ')}`;
  const remedy = 'run doctor --fix, or a job there: the next broker clears it up';
  return [leftovers.warning(what, remedy, clearing(broker, scene))];
}

/** Under the lock of that broker, and only if nobody else has it: then nothing there can be of a living one. */
function clearing({ paths, key, sockets, label }: BrokerSeen, scene: Scene): Fix {
  return {
    apply: async () => {
      if (sockets === null) throw new Error('the sockets have no place (see the settings)');
      const spared = untouchable(taggedProcesses() ?? [], brokersSeen(scene), ownFacts(scene));
      // With its files go the processes that have its tag.
      if (label !== null && spared.has(label.runTag)) {
        throw new Error(`a job of the broker ${key} has started something that is alive: end that first`);
      }
      const cleared = await clearAbandoned({ paths, sockets }, { lock: paths.lock, timeoutMs: WAIT_FOR_READERS_MS });
      return cleared ? `Cleared up after the broker ${key}` : `Left the broker ${key} alone: it is there again`;
    },
  };
}

/** A dead claim counts for nothing, and may be removed by anybody. */
function deadClaimsOf(workspace: string): Finding[] {
  return workspaceLocks(workspace).flatMap((lock) => {
    const dead = deadClaims(lock).length;
    if (dead === 0) return [];
    const name = path.basename(lock);
    const fix: Fix = {
      apply: async () => {
        removeDead(lock);
        return `Removed the dead claims to the ${name} of "${workspace}"`;
      },
    };
    const what = `${counted(dead, 'claim')} to the ${name} of "${workspace}" ${dead === 1 ? 'is' : 'are'} of processes that are gone`;
    return [about('leftovers.claims', 'Leftovers').warning(what, 'run doctor --fix; they hold up nobody', fix)];
  });
}

function isSocket(file: string | undefined): file is string {
  return file !== undefined && !isPipe(file) && socketAt(file) === 'socket';
}
