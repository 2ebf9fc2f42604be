import os from 'node:os';
import path from 'node:path';
import type { JobRecord } from '../../../contract/job.ts';
import type { JsonObject, JsonValue } from '../../../contract/json.ts';
import { VERSION } from '../../../contract/version.ts';
import { readRange, withFile } from '../../../status/log-bytes.ts';
import { JobStore } from '../../../status/store.ts';
import { type BrokerSeen, brokersSeen, workspacesSeen } from '../brokers-seen.ts';
import type { Scene } from '../scene.ts';
import { jobExtract } from './job-extract.ts';
import { logExtract } from './log-extract.ts';
import { readme } from './readme.ts';
import { type Redact, redactJson } from './redact.ts';

/** Of each broker's log so much of its end goes along. */
const LOG_TAIL_BYTES = 64 * 1024;
/** Of so many brokers, those that were started last. */
const MAX_LOGS = 16;
/** Of all workspaces together, those that changed last. */
export const MAX_JOBS = 50;

/** A file of the archive. */
export interface Part {
  readonly name: string;
  readonly text: string;
}

/** Variables of the environment that make a difference to us; of theirs only the names are told. */
const TELLING =
  /^(?:CODEX_.*|OPENAI_.*|NODE_.*|XDG_(?:STATE_HOME|RUNTIME_DIR)|(?:https?|all|no)_proxy|CI|TERM|NO_COLOR)$/iu;

/**
 * What goes into the archive, most telling first. Everything but the explanation passes `redact`, whatever it is: what
 * should not be there was left out before, and what was overlooked goes by its looks.
 */
export function archiveParts(scene: Scene, report: JsonValue, redact: Redact): Part[] {
  const json = (name: string, value: JsonValue) => ({
    name,
    text: `${JSON.stringify(redactJson(value, redact), null, 2)}\n`,
  });
  const brokers = newestFirst(brokersSeen(scene)).slice(0, MAX_LOGS);
  return [
    { name: 'README.txt', text: readme() },
    json('doctor.json', report),
    json('versions.json', versionsOf(scene)),
    json('environment.json', environmentOf(scene)),
    json('jobs.json', newestJobs(scene).map(jobExtract)),
    json('brokers.json', brokers.map(labelOf)),
    ...brokers.map(({ key, paths }) => ({ name: `brokers/${key}.log`, text: redact(logExtract(tailOf(paths.log))) })),
  ];
}

function versionsOf({ system }: Scene): JsonObject {
  return {
    codexCompanion: VERSION,
    node: process.version,
    platform: `${system.platform} ${system.arch}`,
    system: `${os.type()} ${os.release()}`,
    cpus: os.availableParallelism(),
    memoryMiB: Math.round(os.totalmem() / 2 ** 20),
  };
}

function environmentOf({ environment, settings }: Scene): JsonObject {
  const names = Object.keys(environment).filter((name) => TELLING.test(name));
  return { set: names.sort(), settings: plainOf(settings) };
}

/** The numbers and switches among the settings: no text that anybody has made up. */
function plainOf(settings: Scene['settings']): JsonObject {
  const entries: Array<[string, unknown]> = Object.entries(settings);
  return Object.fromEntries(
    entries.flatMap(([name, value]): Array<[string, JsonValue]> => (isPlain(value) ? [[name, value]] : [])),
  );
}

function isPlain(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** Of all workspaces. One whose store cannot be read is among the findings. */
function newestJobs(scene: Scene): JobRecord[] {
  const jobs = workspacesSeen(scene).flatMap((workspace) => {
    try {
      return JobStore.open(workspace).list({ finishedLimit: MAX_JOBS });
    } catch {
      return [];
    }
  });
  return jobs.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, MAX_JOBS);
}

function newestFirst(brokers: readonly BrokerSeen[]): BrokerSeen[] {
  const startedAt = ({ label }: BrokerSeen) => label?.startedAt ?? '';
  return [...brokers].sort((a, b) => (startedAt(a) < startedAt(b) ? 1 : -1));
}

function labelOf({ key, workspace, holder, label }: BrokerSeen): JsonObject {
  const told = { key, workspace: path.basename(workspace), live: holder !== null };
  if (label === null) return { ...told, label: null };
  const { version, startedAt, brokerId, endpoint, codexPath, codexHome } = label;
  const { pid, startTime } = label.process;
  return { ...told, label: { pid, startTime, brokerId, version, startedAt, endpoint, codexPath, codexHome } };
}

/** From the first whole line on. Empty where there is no log, or none that is a file. */
function tailOf(log: string): string {
  try {
    return withFile(log, '', (descriptor, size) => {
      const start = Math.max(0, size - LOG_TAIL_BYTES);
      const text = readRange(descriptor, start, size).toString('utf8');
      return start === 0 ? text : text.slice(text.indexOf('\n') + 1);
    });
  } catch {
    return '';
  }
}
