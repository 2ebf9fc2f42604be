import type { JobView } from '../../contract/job-view.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { WorkspaceReport } from '../show-everywhere.ts';
import { detailLines } from './status.ts';

const PATH_CHARS = 1_000;

/** The jobs of all workspaces, those that run first, each workspace by its path. */
export function renderEverywhere(workspaces: readonly WorkspaceReport[]): string {
  const active = blocksOf(workspaces, ({ running }) => running);
  const ended = blocksOf(workspaces, ({ latestFinished, recent }) => [latestFinished ?? [], recent].flat());
  const blocks = [
    '# Codex Status, all workspaces',
    ...(active.length === 0 ? [] : ['Active jobs:', ...active]),
    ...(ended.length === 0 ? [] : ['Finished jobs:', ...ended]),
    ...(workspaces.length === 0 ? ['No jobs recorded yet.'] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function blocksOf(
  workspaces: readonly WorkspaceReport[],
  jobsOf: (workspace: WorkspaceReport) => readonly JobView[],
): string[] {
  return workspaces.flatMap((workspace) => {
    const jobs = jobsOf(workspace);
    return jobs.length === 0
      ? []
      : [[`In ${oneLine(workspace.workspaceRoot, PATH_CHARS)}:`, ...jobs.flatMap(detailLines)].join('\n')];
  });
}
