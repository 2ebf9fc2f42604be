import { spawnSync } from 'node:child_process';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { type JobRecord, JobRecordSchema } from '../../src/contract/job.ts';
import { finish, minute, queuedJob, runningJob } from '../status/jobs.ts';
import { BEYOND, hostileText, jsonOf, mutated, randomBytes, scribbled } from './hostile.ts';

/** Larger than any record may be, and no bytes on the disk. */
const HUGE_BYTES = 4 * 1024 ** 3;

/** What somebody put where a record is expected. */
export type Attack =
  | { readonly kind: 'bytes'; readonly name: string; readonly content: Buffer }
  | { readonly kind: 'link' | 'dangling' | 'linkToDirectory' | 'hardLink'; readonly name: string }
  | { readonly kind: 'directory' | 'pipe' | 'huge'; readonly name: string };

/** What a field might have instead and still be of its type. */
const NEARLY_SOUND = [
  BEYOND,
  '2026-01-01T00:00:00+23',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999+14:00',
  -1e308,
  2 ** 53,
  0.5,
  null,
  '',
  '\u001b]0;x\u0007 | \n',
] as const;

const alphabet = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
const jobIds = fc
  .array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 })
  .map((letters) => `task-0mabcdef0-${letters.join('')}`);
const jobs = fc
  .tuple(
    fc.constantFrom(queuedJob, runningJob, () => finish(runningJob(), minute(1))),
    jobIds,
  )
  .map(([make, id]) => ({ ...make(), id, logFile: `/nowhere/logs/${id}.log` }));

/** A record under its own name, sound or spoilt. */
const records = jobs.chain((job) => {
  const bytes = Buffer.from(JSON.stringify(job));
  const content = fc.oneof(
    { weight: 4, arbitrary: mutated(fc.constant(job)).map((value) => Buffer.from(jsonOf(value))) },
    scribbled(fc.constant(bytes)),
    fc.nat({ max: bytes.length }).map((length) => bytes.subarray(0, length)),
    randomBytes,
  );
  const name = fc.constantFrom(`${job.id}.json`, `0mabcdef0.${job.id}.json`);
  return fc.record({ kind: fc.constant('bytes'), name, content });
});

/** Records with places of them spoilt in such a way that they can still be read. */
export const nearlySound: fc.Arbitrary<JobRecord> = jobs
  .chain((job) => mutated(fc.constant(job), fc.constantFrom(...NEARLY_SOUND)))
  .map((value) => v.safeParse(JobRecordSchema, JSON.parse(jsonOf(value))))
  .filter((parsed) => parsed.success)
  .map((parsed) => v.parse(JobRecordSchema, parsed.output));

const words = fc.oneof(
  jobIds,
  jobIds,
  hostileText.map((text) => text.replaceAll(/[/\0]/gu, '_').slice(0, 40)),
  fc.constantFrom('..', 'task-..', '__proto__', `task-${'x'.repeat(200)}`),
);
/** Names beside the records that mean something: of a claim on the lock, of a broker's label. */
const placeNames = fc.constantFrom(`claim.0mabcdef0.${2 ** 22 + 1}.abcdefgh`, 'lock', 'broker.json', 'settings.json');
const recordNames = fc
  .tuple(words, fc.constantFrom('', '0mabcdef0.'), fc.constantFrom('', '', `.${2 ** 22 + 1}-1.tmp`))
  .map(([word, before, after]) => `${before}${word}.json${after}`);

const names = fc.oneof({ weight: 5, arbitrary: recordNames }, placeNames);

export const attacks: fc.Arbitrary<Attack> = fc.oneof(
  { weight: 2, arbitrary: records },
  fc.record({ kind: fc.constantFrom('link', 'dangling', 'linkToDirectory', 'hardLink'), name: names }),
  fc.record({ kind: fc.constantFrom('directory', 'pipe', 'huge'), name: names }),
);

/** Commits the attack. `elsewhere` is a directory with a file `target` in it. A name that is taken stays as it is. */
export function commit(attack: Attack, directory: string, elsewhere: string): void {
  const file = path.join(directory, attack.name);
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) put(attack, file, elsewhere);
}

function put(attack: Attack, file: string, elsewhere: string): unknown {
  switch (attack.kind) {
    case 'bytes':
      return writeFileSync(file, attack.content);
    case 'link':
      return symlinkSync(path.join(elsewhere, 'target'), file);
    case 'hardLink':
      return linkSync(path.join(elsewhere, 'target'), file);
    case 'dangling':
      return symlinkSync(path.join(elsewhere, 'not-there'), file);
    case 'linkToDirectory':
      return symlinkSync(elsewhere, file);
    case 'directory':
      return mkdirSync(path.join(file, 'inside'), { recursive: true });
    case 'pipe':
      return spawnSync('mkfifo', [file]);
    case 'huge':
      writeFileSync(file, '{');
      return truncateSync(file, HUGE_BYTES);
  }
}

/** Everything below `directory`, with what it is and what is in it: two that are equal say that nothing was touched. */
export function snapshot(directory: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => {
      const file = path.join(directory, name);
      const found = lstatSync(file);
      if (found.isSymbolicLink()) return [name, `link to ${readlinkSync(file)}`];
      const content = found.isFile() && found.size < HUGE_BYTES ? readFileSync(file, 'base64') : '';
      return [name, `${found.mode.toString(8)} ${content}`];
    }),
  );
}
