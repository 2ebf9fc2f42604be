import path from 'node:path';
import * as v from 'valibot';
import { messageOf } from '../contract/fault.ts';
import { JOB_SCHEMA_VERSION, type JobRecord, JobRecordSchema } from '../contract/job.ts';
import { oneLine } from '../util/plain-text.ts';
import { FileRefused, readRegularFile } from '../util/regular-file.ts';
import { isMissing } from '../util/system-error.ts';

/** Longest record that is read: twice the longest message, the longest prompt, and lists that `reduce` keeps short. */
export const MAX_RECORD_BYTES = 128 * 1024 * 1024;

/** `newer` is fine for a later version of this program, `inaccessible` may be fine once it can be read. */
export type DamageKind = 'malformed' | 'newer' | 'inaccessible';

export interface Damage {
  readonly file: string;
  readonly kind: DamageKind;
  readonly why: string;
}

export type RecordReading =
  | { readonly ok: true; readonly job: JobRecord }
  | { readonly ok: false; readonly damage: Damage | null };

// What is wrong is quoted from the file, which may hold anything.
const WHY_CHARS = 500;

const VersionSchema = v.object({ schemaVersion: v.number() });

/** Reads the record of job `id`. `damage: null` when there is no such file. */
export function readRecord(file: string, id: string): RecordReading {
  let text: string;
  try {
    text = readRegularFile(file, MAX_RECORD_BYTES);
  } catch (error) {
    if (isMissing(error)) return { ok: false, damage: null };
    return damaged(file, 'inaccessible', error instanceof FileRefused ? error.why : messageOf(error));
  }
  try {
    return parseRecord(file, id, JSON.parse(text));
  } catch (error) {
    return damaged(file, 'malformed', messageOf(error));
  }
}

function parseRecord(file: string, id: string, value: unknown): RecordReading {
  const version = v.safeParse(VersionSchema, value);
  if (version.success && version.output.schemaVersion > JOB_SCHEMA_VERSION) {
    return damaged(file, 'newer', `written by a newer version (schema ${version.output.schemaVersion})`);
  }
  const parsed = v.safeParse(JobRecordSchema, value);
  if (!parsed.success) return damaged(file, 'malformed', issuesOf(parsed.issues));
  if (parsed.output.id !== id) return damaged(file, 'malformed', `it is the record of "${parsed.output.id}"`);
  const { logFile } = parsed.output;
  if (path.basename(logFile) !== `${id}.log`)
    return damaged(file, 'malformed', `"${logFile}" is not the log of "${id}"`);
  return { ok: true, job: parsed.output };
}

function issuesOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 3)
    .map((issue) => `${v.getDotPath(issue) ?? 'record'}: ${issue.message}`)
    .join('; ');
}

function damaged(file: string, kind: DamageKind, why: string): RecordReading {
  return { ok: false, damage: { file, kind, why: oneLine(why, WHY_CHARS) } };
}
