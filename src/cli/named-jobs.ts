import { namedJob, readJobs, reportDamage } from '../client/jobs.ts';
import type { Context } from './context.ts';
import { whereJobIs } from './where-job-is.ts';

/** The ids of the jobs that are named, in that order, each with the workspace that it is in. @throws ClientError (`job_not_found`) */
export async function namedJobs(context: Context, names: readonly string[]): Promise<Map<string, Context>> {
  const places = names.map((name) => ({ name, place: whereJobIs(context, name) }));
  const read = new Map(places.map(({ place }) => [place.workspace.directory, place]));
  for (const place of read.values()) reportDamage(place, await readJobs(place));
  return new Map(places.map(({ name, place }) => [namedJob(place, name).id, place]));
}
