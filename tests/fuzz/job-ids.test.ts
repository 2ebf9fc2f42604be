import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isJobId, JOB_KINDS, JobIdSchema, newJobId } from '../../src/contract/ids.ts';
import { JobStore } from '../../src/status/store.ts';
import { finish, minute, queuedJob, runningJob } from '../status/jobs.ts';
import { makeTempDir } from '../support/temp.ts';
import { fuzz } from './fuzz.ts';
import { hostileText } from './hostile.ts';
import { snapshot } from './store-attacks.ts';

const SOUND = 'task-0mabcdef0-aaaaaaaa';

const nearMiss = fc.oneof(
  fc.constantFrom('../', '/', '\0', '\n', '.', ' ').map((text) => `${SOUND}${text}`),
  fc.constantFrom('../', '/', './', ' ', '\n').map((text) => `${text}${SOUND}`),
  fc.constantFrom(SOUND.toUpperCase(), `${SOUND}a`, SOUND.slice(1), SOUND.replace('task', '..'), `${SOUND}/../../x`),
  fc.tuple(fc.nat({ max: SOUND.length }), hostileText).map(([at, text]) => SOUND.slice(0, at) + text + SOUND.slice(at)),
);
const texts = fc.oneof(hostileText, nearMiss, fc.string({ unit: 'binary' }));

test('a text that passes for a job id is one plain name', async () => {
  const property = fc.property(
    fc.oneof(texts, fc.stringMatching(/^(?:task|review|gate)-[0-9a-z]+-[0-9a-z]+$/u)),
    (text) => {
      expect(v.is(JobIdSchema, text)).toBe(isJobId(text));
      if (isJobId(text)) expect(text).toMatch(/^[a-z]{4,6}-[0-9a-z]{9}-[0-9a-z]{8}$/u);
    },
  );
  await fuzz(property, { runs: 500, part: 0.2 });
});

test('a new id passes for one, whenever it is made', async () => {
  const lastMs = 36 ** 9 - 1;
  const property = fc.property(fc.constantFrom(...JOB_KINDS), fc.nat({ max: lastMs }), (kind, nowMs) => {
    expect(isJobId(newJobId(kind, nowMs))).toBe(true);
  });
  await fuzz(property, { runs: 200, part: 0.1 });
});

test('a store touches nothing outside of its directory, whatever it is asked for', async () => {
  const root = makeTempDir();
  try {
    const directory = path.join(root.path, 'workspaces', 'one');
    for (const name of ['x.json', 'escaped.json', '..json']) {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      writeFileSync(path.join(root.path, name), JSON.stringify(queuedJob()));
    }
    const store = JobStore.open(directory);
    store.write(queuedJob(), { durable: false });
    const before = snapshot(root.path);
    const property = fc.property(
      texts.filter((text) => !isJobId(text)),
      (text) => {
        expect(store.read(text)).toBeNull();
        expect(store.findByPrefix(text).kind).toMatch(text === '' ? /^none$/u : /^(?:none|found)$/u);
        expect(() => store.logFile(text)).toThrow('it is not a job id');
        for (const job of [queuedJob(), runningJob(), finish(runningJob(), minute(1))]) {
          expect(() => store.write({ ...job, id: text }, { durable: false })).toThrow('it is not a job id');
        }
        expect(snapshot(root.path)).toEqual(before);
      },
    );
    await fuzz(property, { runs: 150, part: 0.3 });
  } finally {
    root.remove();
  }
});
