import { accessSync, constants, lstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import { allBrokerPaths, brokersDirectory, isBrokerKey, workspacesDirectory } from '../../../config/paths.ts';
import { messageOf } from '../../../contract/fault.ts';
import { storeDirectories } from '../../../status/store.ts';
import { isOpenToOwner, modeText, ownUid } from '../../../util/file-mode.ts';
import { nearestDirectory } from '../../../util/nearest-directory.ts';
import { flawOf } from '../../../util/private-directory.ts';
import { errorCode } from '../../../util/system-error.ts';
import { workspacesSeen } from '../brokers-seen.ts';
import { about, type Finding, type Fix, type Subject } from '../finding.ts';
import { makePrivate } from '../make-private.ts';
import type { Scene } from '../scene.ts';

/** Whether our directories are ours alone and can be used. What is not there yet is made by whoever needs it first. */
export async function checkDirectories(scene: Scene): Promise<Finding[]> {
  const { stateRoot, runtimeRoot, workspace } = scene;
  const state = about('state.directory', 'State directory');
  const runtime = about('runtime.directory', 'Runtime directory');
  const ofWorkspaces = [workspace.directory, ...workspacesSeen(scene)].flatMap(directoriesOf);
  const found = findingsOf(state, new Set([stateRoot, workspacesDirectory(stateRoot), ...ofWorkspaces]));
  // That they are fine is said once.
  const told = found.filter(({ level }, at) => at === 0 || level !== 'ok');
  return [...told, directoryFinding(runtime, runtimeRoot)];
}

/** Those that no job can do without. */
function directoriesOf(workspace: string): string[] {
  const brokers = allBrokerPaths(workspace).filter(({ directory }) => isBrokerKey(path.basename(directory)));
  const ofBrokers = brokers.flatMap(({ directory, lock }) => [directory, lock]);
  return [...storeDirectories(workspace), brokersDirectory(workspace), ...ofBrokers];
}

/** Parents come before what is in them; in one that `--fix` does not mend nothing else is looked at. */
function findingsOf(subject: Subject, directories: Iterable<string>): Finding[] {
  const found: Finding[] = [];
  const closed: string[] = [];
  for (const directory of directories) {
    if (closed.some((above) => directory.startsWith(above + path.sep))) continue;
    const finding = directoryFinding(subject, directory);
    if (finding.level !== 'ok' && finding.fix === null) closed.push(directory);
    found.push(finding);
  }
  return found;
}

/** @param uid null where owners and modes say nothing. */
export function directoryFinding(subject: Subject, directory: string, uid = ownUid()): Finding {
  let found: Stats | undefined;
  try {
    found = lstatSync(directory, { throwIfNoEntry: false });
  } catch (error) {
    return subject.problem(`"${directory}" cannot be looked at: ${messageOf(error)}`, 'check its parents');
  }
  return found === undefined ? missingFinding(subject, directory) : presentFinding(subject, directory, { found, uid });
}

function missingFinding(subject: Subject, directory: string): Finding {
  const parent = nearestDirectory(directory);
  const why = refusalOf(parent);
  if (why === null) return subject.ok(`"${directory}" is made when it is needed`);
  return subject.problem(`"${directory}" is not there and cannot be made: "${parent}" ${why}`, remedyOf(subject));
}

interface Present {
  readonly found: Stats;
  readonly uid: number | null;
}

function presentFinding(subject: Subject, directory: string, { found, uid }: Present): Finding {
  const fix: Fix = { apply: async () => makePrivate([directory]) };
  const flaw = flawOf(directory, found, uid);
  if (flaw?.kind === 'mode') {
    const danger = 'others may have read or put there what they wanted';
    return subject.problem(`"${directory}": ${flaw.what}, ${danger}`, flaw.remedy, fix);
  }
  if (flaw !== null) return subject.problem(`"${directory}": ${flaw.what}`, flaw.remedy);
  if (!isOpenToOwner(found, uid)) {
    return subject.problem(`"${directory}": its mode is ${modeText(found)}`, `run "chmod 700 '${directory}'"`, fix);
  }
  const why = refusalOf(directory);
  if (why !== null) return subject.problem(`"${directory}" ${why}`, remedyOf(subject));
  return subject.ok(`"${directory}" ${uid === null ? '' : 'is private and '}can be written`);
}

/** Why nothing can be made in `directory`, as a clause; null when it can. */
function refusalOf(directory: string): string | null {
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return errorCode(error) === 'EROFS' ? 'is on a read-only file system' : `cannot be written: ${messageOf(error)}`;
  }
}

function remedyOf(subject: Subject): string {
  const variable = subject.id === 'runtime.directory' ? 'CODEX_COMPANION_RUNTIME_DIR' : 'CODEX_COMPANION_STATE_DIR';
  return `check its owner and mode, or name another one with ${variable}`;
}
