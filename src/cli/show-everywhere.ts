import { viewOf } from '../client/job-view.ts';
import { reportDamage, settleJobs } from '../client/jobs.ts';
import { readLive } from '../client/live-jobs.ts';
import { otherStores, workspaceOfStore } from '../client/workspaces.ts';
import { finishedNewestFirst, isFinished } from '../contract/job.ts';
import type { JobView } from '../contract/job-view.ts';
import { type Context, contextFor } from './context.ts';
import { renderEverywhere } from './render/everywhere.ts';

/** How many finished jobs of each workspace are shown. */
const RECENT_JOBS_EACH = 3;

export interface WorkspaceReport {
  readonly workspaceRoot: string;
  readonly running: readonly JobView[];
  readonly latestFinished: JobView | null;
  readonly recent: readonly JobView[];
}

/** The jobs of all workspaces of this user. What dead processes left is settled in each; nothing is started. */
export async function showEverywhere(context: Context, options: { readonly json?: boolean }): Promise<void> {
  const others = otherStores(context).flatMap((store) => workspaceOfStore(context, store) ?? []);
  const { config, io } = context;
  const contexts = [context, ...others.map((workspace) => contextFor(config, workspace, io))];
  const reports = await Promise.all(contexts.map(reportOf));
  const workspaces = reports.filter(hasJobs).sort(byUrgency);
  if (options.json) context.io.json({ workspaces });
  else context.io.foreign(renderEverywhere(workspaces));
}

async function reportOf(context: Context): Promise<WorkspaceReport> {
  const { read, live } = await readLive(context, () => settleJobs(context, { finished: RECENT_JOBS_EACH }));
  reportDamage(context, read);
  for (const sentence of live.silent) context.io.note(sentence);
  const finished = finishedNewestFirst(read.jobs);
  const [latest = null, ...recent] = finished.slice(0, RECENT_JOBS_EACH).map((job) => viewOf(job));
  return {
    workspaceRoot: context.workspace.root,
    running: read.jobs.filter((job) => !isFinished(job)).map((job) => viewOf(job, live)),
    latestFinished: latest,
    recent,
  };
}

function hasJobs({ running, latestFinished }: WorkspaceReport): boolean {
  return running.length > 0 || latestFinished !== null;
}

/** Where something runs first, then by the last end. */
function byUrgency(a: WorkspaceReport, b: WorkspaceReport): number {
  if (a.running.length > 0 !== b.running.length > 0) return a.running.length > 0 ? -1 : 1;
  return (b.latestFinished?.completedAt ?? '').localeCompare(a.latestFinished?.completedAt ?? '');
}
