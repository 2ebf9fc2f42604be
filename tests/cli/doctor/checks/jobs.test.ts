import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLOCK_SKEW_MS, checkClock, clockFinding } from '../../../../src/cli/doctor/checks/clock.ts';
import { checkJobs } from '../../../../src/cli/doctor/checks/jobs.ts';
import { checkRecords, recordFindings } from '../../../../src/cli/doctor/checks/records.ts';
import { JobStore } from '../../../../src/status/store.ts';
import { completedJob, minute, queuedJob, runningJob } from '../../../status/jobs.ts';
import { alive, brokerTraces, emptyScene, levels } from '../places.ts';

describe('jobs', () => {
  test('that are recorded as running without a broker are found, settled, and found no more', async () => {
    const scene = emptyScene();
    const store = JobStore.open(scene.workspace.directory);
    const job = runningJob();
    store.write({ ...job, logFile: store.logFile(job.id) }, { durable: false });

    const found = await checkJobs(scene);
    expect(levels(found)).toEqual(['jobs.lost warning']);
    expect(found[0]?.detail).toContain(job.id);
    expect(found[0]?.remedy).toContain('reading settles them');
    await found[0]?.fix?.apply();

    expect(levels(await checkJobs(scene))).toEqual(['jobs.lost ok']);
    expect(store.read(job.id)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  });

  test('that run are not touched', async () => {
    const scene = emptyScene();
    const store = JobStore.open(scene.workspace.directory);
    const job = runningJob({ broker: alive(), appServer: alive() });
    store.write({ ...job, logFile: store.logFile(job.id) }, { durable: false });

    expect(levels(await checkJobs(scene))).toEqual(['jobs.lost ok']);
  });

  test('that wait for a broker that is gone are told, and nothing is started for them', async () => {
    const scene = emptyScene();
    const store = JobStore.open(scene.workspace.directory);
    const job = queuedJob();
    store.write({ ...job, logFile: store.logFile(job.id) }, { durable: false });

    expect(await checkJobs(scene)).toMatchObject([{ id: 'jobs.waiting', level: 'warning', fix: null }]);

    brokerTraces(scene, { key: job.owner.brokerKey, holder: alive() });
    expect(levels(await checkJobs(scene))).toEqual(['jobs.lost ok']);
  });
});

describe('records', () => {
  test('that are damaged are told where they are, and set-aside ones, too', async () => {
    const scene = emptyScene();
    const store = JobStore.open(scene.workspace.directory);
    const { id } = completed(scene.workspace.directory);
    store.write(completed(scene.workspace.directory), { durable: false });
    writeFileSync(path.join(scene.workspace.directory, 'active', `${id}.json`), '{"schemaVersion":');
    store.quarantine();
    writeFileSync(path.join(scene.workspace.directory, 'active', `${queuedJob().id}.json`), '{}');

    const found = await checkRecords(scene);

    expect(levels(found)).toEqual(['records warning']);
    expect(found[0]?.detail).toMatch(/^2 records cannot be read: .*quarantine/u);
  });

  test('that can be read are fine, of a newer version a note', async () => {
    expect(levels(await checkRecords(emptyScene()))).toEqual(['records ok']);
    const newer = { file: '/x.json', kind: 'newer', why: 'written by a newer version (schema 2)' } as const;
    expect(levels(recordFindings([newer]))).toEqual(['records.newer note']);
  });
});

describe('the clock', () => {
  const nowMs = Date.parse(minute(0));

  test.each([
    [null, null, 'ok'],
    [nowMs + CLOCK_SKEW_MS, nowMs, 'ok'],
    [nowMs + CLOCK_SKEW_MS + 1, null, 'warning'],
    [null, nowMs + CLOCK_SKEW_MS + 1, 'warning'],
  ])('newest record %s, program %s: %s', (newestRecordMs, programMs, level) => {
    expect(clockFinding({ nowMs, newestRecordMs, programMs }).level).toBe(level);
  });

  test('is compared with what was recorded last, and with when the program was installed', async () => {
    const scene = emptyScene({ nowMs });
    JobStore.open(scene.workspace.directory).write(completed(scene.workspace.directory, minute(5)), { durable: false });
    expect((await checkClock(scene))[0]?.detail).toBe('a job was recorded 5m in the future');

    const later = emptyScene({ nowMs });
    writeFileSync(later.program, '');
    utimesSync(later.program, new Date(minute(60)), new Date(minute(60)));
    expect((await checkClock(later))[0]?.detail).toBe('this program was installed 1h in the future');
  });
});

function completed(directory: string, at = minute(1)) {
  const job = completedJob(at);
  return { ...job, logFile: path.join(directory, 'logs', `${job.id}.log`) };
}
