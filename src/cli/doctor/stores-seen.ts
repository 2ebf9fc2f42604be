import { JobStore } from '../../status/store.ts';
import { DirectoryRefused } from '../../util/private-directory.ts';
import { type Places, workspacesSeen } from './brokers-seen.ts';

/** The stores of the user's workspaces. That a folder must not be used is what the check of the directories says. */
export function storesSeen(places: Pick<Places, 'stateRoot'>): JobStore[] {
  return workspacesSeen(places).flatMap((workspace) => {
    try {
      return [JobStore.open(workspace)];
    } catch (error) {
      if (error instanceof DirectoryRefused) return [];
      throw error;
    }
  });
}
