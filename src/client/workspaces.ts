import path from 'node:path';
import type { Workspace } from '../config/config.ts';
import { workspaceDirectory, workspacesDirectory } from '../config/paths.ts';
import { messageOf } from '../contract/fault.ts';
import { JobStore } from '../status/store.ts';
import { namesIn } from '../util/names-in.ts';
import type { ClientContext } from './context.ts';

/** The folders of all workspaces of this user. */
export function workspaceFolders(stateRoot: string): string[] {
  const root = workspacesDirectory(stateRoot);
  return namesIn(root).map((name) => path.join(root, name));
}

/** The stores of the workspaces other than that of the context. Of what cannot be used it is told. */
export function otherStores({ config, workspace, warn }: ClientContext): JobStore[] {
  return workspaceFolders(config.stateRoot)
    .filter((folder) => folder !== workspace.directory)
    .flatMap((folder) => {
      try {
        return [JobStore.open(folder)];
      } catch (error) {
        warn(messageOf(error));
        return [];
      }
    });
}

/**
 * The workspace that a store is of; null for one without a job that can be read: only a job says where its workspace is.
 * A record that is in another folder than its own says nothing.
 */
export function workspaceOfStore({ config }: ClientContext, store: JobStore): Workspace | null {
  for (const { workspaceRoot: root } of store.list({ finishedLimit: 1 })) {
    const directory = workspaceDirectory(config.stateRoot, root);
    if (directory === store.directory) return { root, cwd: root, directory };
  }
  return null;
}
