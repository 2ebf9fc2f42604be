import { allBrokerPaths } from '../config/paths.ts';
import { messageOf } from '../contract/fault.ts';
import { type BrokerLabel, readBrokerLabel } from '../status/broker-label.ts';
import { inspect } from '../status/lock.ts';
import type { BrokerParts } from './compose.ts';

/** What a broker compares with others of its workspace. */
interface OwnPlace {
  readonly directory: string;
  readonly codexHome: string;
  /** ISO. */
  readonly startedAt: string;
}

/**
 * A broker of the same workspace and account that was started later, and lives: then Codex or this program was replaced, and new jobs go
 * there. Brokers of other accounts (CODEX_HOME) serve beside each other.
 */
function newerBroker(workspaceDirectory: string, own: OwnPlace): BrokerLabel | null {
  for (const { directory, lock, label: file } of allBrokerPaths(workspaceDirectory)) {
    if (directory === own.directory) continue;
    const label = readBrokerLabel(file);
    if (label?.codexHome !== own.codexHome || label.startedAt <= own.startedAt) continue;
    if (inspect(lock)?.role === 'broker') return label;
  }
  return null;
}

/** Calls `onNewer` once, when there is a newer broker. Returns the way to stop looking. */
export function watchForNewer(
  { place, workspaceDirectory, startedAt, config, log }: BrokerParts,
  onNewer: (newer: string) => void,
): () => void {
  const own = { directory: place.paths.directory, codexHome: config.codexHome, startedAt: startedAt.toISOString() };
  const look = (): BrokerLabel | null => {
    try {
      return newerBroker(workspaceDirectory, own);
    } catch (error) {
      log('error', `Cannot look for a newer broker, trying again: ${messageOf(error)}`);
      return null;
    }
  };
  const timer = setInterval(() => {
    const newer = look();
    if (newer === null) return;
    clearInterval(timer);
    onNewer(`${newer.brokerId} (codex-companion ${newer.version}, "${newer.codexPath}")`);
  }, config.settings.probeIntervalMs);
  return () => clearInterval(timer);
}
