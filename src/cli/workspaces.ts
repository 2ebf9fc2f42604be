import { readdirSync } from 'node:fs';
import path from 'node:path';
import { workspaceDirectory, workspacesDirectory } from '../config/paths.ts';
import { messageOf } from '../contract/fault.ts';
import { JobStore } from '../status/store.ts';
import { type Context, contextFor } from './context.ts';

/** The folders of all workspaces of this user. */
export function workspaceFolders(stateRoot: string): string[] {
  const root = workspacesDirectory(stateRoot);
  return namesIn(root).map((name) => path.join(root, name));
}

export function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    // None is there, or none that we may see: then there is nothing to look at.
    return [];
  }
}

/** The stores of the workspaces other than that of the context. What cannot be used is said on stderr. */
export function otherStores({ config, workspace, io }: Context): JobStore[] {
  return workspaceFolders(config.stateRoot)
    .filter((folder) => folder !== workspace.directory)
    .flatMap((folder) => {
      try {
        return [JobStore.open(folder)];
      } catch (error) {
        io.note(messageOf(error));
        return [];
      }
    });
}

/**
 * The context of a workspace that is known by its store; null for one without a job that can be read: only a job says
 * where its workspace is. A record that is in another folder than its own says nothing.
 */
export function contextOfStore({ config }: Context, store: JobStore): Context | null {
  for (const { workspaceRoot: root } of store.list({ finishedLimit: 1 })) {
    const directory = workspaceDirectory(config.stateRoot, root);
    if (directory === store.directory) return contextFor(config, { root, cwd: root, directory });
  }
  return null;
}
