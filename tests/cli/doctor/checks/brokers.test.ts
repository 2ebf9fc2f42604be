import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokersSeen } from '../../../../src/cli/doctor/brokers-seen.ts';
import { checkBrokers, statusFindings } from '../../../../src/cli/doctor/checks/brokers.ts';
import { checkFiles } from '../../../../src/cli/doctor/checks/files.ts';
import { checkLeftovers } from '../../../../src/cli/doctor/checks/leftovers.ts';
import { checkOrphans, sortOut } from '../../../../src/cli/doctor/checks/orphans.ts';
import { checkSockets } from '../../../../src/cli/doctor/checks/sockets.ts';
import { workspacesDirectory, writerLock } from '../../../../src/config/paths.ts';
import type { BrokerStatus } from '../../../../src/contract/control.ts';
import { VERSION } from '../../../../src/contract/version.ts';
import { RUN_TAG_VARIABLE } from '../../../../src/status/broker-label.ts';
import type { TaggedProcess } from '../../../../src/status/tagged-processes.ts';
import { eventually } from '../../../support/eventually.ts';
import { spawnCaptured } from '../../../support/process.ts';
import { isRunning } from '../../../support/processes.ts';
import { abandonedSocket, alive, brokerTraces, emptyScene, GONE, KEY, levels, listening, NEVER } from '../places.ts';

describe('what a broker that is gone has left', () => {
  test('is found, cleared away, and found no more', async () => {
    const scene = emptyScene();
    const { paths, sockets } = brokerTraces(scene);
    mkdirSync(paths.threads);
    for (const socket of Object.values(sockets)) abandonedSocket(socket);
    writeFileSync(paths.log, 'kept');

    const found = await checkLeftovers(scene);
    expect(levels(found)).toEqual(['leftovers.broker warning']);
    for (const left of ['its label', 'its threads', sockets.control, sockets.events, '1 claim'])
      expect(found[0]?.detail).toContain(left);
    expect(await found[0]?.fix?.apply()).toBe(`Cleared up after the broker ${KEY}`);

    expect(levels(await checkLeftovers(scene))).toEqual(['leftovers.broker ok']);
    expect([...readdirSync(paths.lock), ...readdirSync(scene.runtimeRoot)]).toEqual([]);
    expect(existsSync(paths.log)).toBe(true);
  });

  test('is none as long as somebody holds the lock', async () => {
    const scene = emptyScene();
    const { paths } = brokerTraces(scene, { holder: alive() });

    expect(levels(await checkLeftovers(scene))).toEqual(['leftovers.broker ok']);
    expect(existsSync(paths.label)).toBe(true);
  });

  test('is left alone when a broker has come meanwhile', async () => {
    const scene = emptyScene();
    const { paths } = brokerTraces(scene);
    const [found] = await checkLeftovers(scene);
    brokerTraces(scene, { holder: alive() });

    expect(await found?.fix?.apply()).toBe(`Left the broker ${KEY} alone: it is there again`);
    expect(existsSync(paths.label)).toBe(true);
  });

  test('is nothing that somebody else keeps in a folder of the same name', async () => {
    const scene = emptyScene();
    const workspaces = workspacesDirectory(scene.stateRoot);
    const theirs = ['app/brokers/kafka/threads', `${path.basename(scene.workspace.directory)}/brokers/kafka/threads`];
    for (const folder of theirs) mkdirSync(path.join(workspaces, folder), { recursive: true });
    chmodSync(path.join(workspaces, 'app'), 0o777);

    expect(levels(await checkLeftovers(scene))).toEqual(['leftovers.broker ok']);
    const modes = (await checkFiles(scene, NEVER)).find(({ id }) => id === 'state.modes');
    expect(modes?.detail ?? '').not.toContain('/app');
  });

  test('can be claims to the locks of the workspace, too', async () => {
    const scene = emptyScene();
    const lock = writerLock(scene.workspace.directory);
    mkdirSync(lock, { recursive: true, mode: 0o700 });
    const claim = { ...GONE, role: 'writer', holder: 'task-1', at: '2026-01-01T00:00:00.000Z' };
    writeFileSync(path.join(lock, `claim.0mwvihaql.${GONE.pid}.abcdefgh`), JSON.stringify(claim));

    const found = await checkLeftovers(scene);
    expect(levels(found)).toEqual(['leftovers.claims warning']);
    await found[0]?.fix?.apply();

    expect(readdirSync(lock)).toEqual([]);
  });
});

describe('sockets of no workspace', () => {
  test('are told when nobody listens, and never removed', async () => {
    const scene = emptyScene();
    mkdirSync(scene.runtimeRoot, { mode: 0o700 });
    const [dead, live] = ['0123456789abcdef.control', '123456789abcdef0.control'].map((name) =>
      path.join(scene.runtimeRoot, name),
    );
    if (dead === undefined || live === undefined) throw new Error('unreachable');
    abandonedSocket(dead);
    await listening(live);
    writeFileSync(path.join(scene.runtimeRoot, '23456789abcdef01.events'), 'no socket');

    const [found] = await checkSockets(scene, NEVER);

    expect(found).toMatchObject({ level: 'note', fix: null, detail: expect.stringContaining(dead) });
    expect(found?.detail).not.toContain(live);
  });

  test('are not those of a broker of ours, alive or gone', async () => {
    const scene = emptyScene();
    const { sockets } = brokerTraces(scene);
    abandonedSocket(sockets.control);

    expect(levels(await checkSockets(scene, NEVER))).toEqual(['sockets ok']);
  });
});

describe('processes that have outlived their broker', () => {
  const process1: TaggedProcess = {
    identity: alive(),
    tag: 'tag1',
    program: 'sleep',
    stateRoot: '/state',
    threadId: null,
  };
  const own = { stateRoot: '/state', tag: undefined };

  test.each<[string, { label: { runTag: string } | null; holder: typeof GONE }, string, object]>([
    ['of a broker that is gone', { label: { runTag: 'tag1' }, holder: GONE }, 'tag1', { orphans: 1, unsure: false }],
    ['of nobody that is known', { label: { runTag: 'tag2' }, holder: GONE }, 'tag1', { orphans: 1, unsure: false }],
    ['of a living one', { label: { runTag: 'tag1' }, holder: alive() }, 'tag1', { orphans: 0, unsure: false }],
    ['while one has no label', { label: null, holder: alive() }, 'tag1', { orphans: 0, unsure: true }],
  ])('%s', (_name, traces, tag, expected) => {
    const places = emptyScene();
    brokerTraces(places, traces);
    const sorted = sortOut([{ ...process1, tag }], brokersSeen(places), own);
    expect({ orphans: sorted.orphaned.length, unsure: sorted.unsure }).toEqual(expected);
  });

  test('are not those of another state directory, nor of the run that doctor itself is a part of', () => {
    expect(sortOut([{ ...process1, stateRoot: '/another' }], [], own).orphaned).toEqual([]);
    expect(sortOut([{ ...process1, stateRoot: null }], [], own).orphaned).toEqual([]);
    expect(sortOut([process1], [], { ...own, tag: 'tag1' }).orphaned).toEqual([]);
  });

  test('are not those of a run by which a living broker was started', () => {
    const places = emptyScene();
    brokerTraces(places, { holder: alive(), label: { runTag: 'its own' } });
    const sibling = { ...process1, identity: { ...GONE } };

    expect(sortOut([process1, sibling], brokersSeen(places), own).orphaned).toEqual([]);
  });

  test('are ended, and nothing else is', async () => {
    const places = emptyScene();
    const env = { [RUN_TAG_VARIABLE]: 'tag-of-the-gone', CODEX_COMPANION_STATE_DIR: places.stateRoot };
    const orphan = spawnCaptured('sleep', ['300'], { cwd: '/', env, input: '' });
    const bystander = spawnCaptured('sleep', ['300'], {
      cwd: '/',
      env: { ...env, [RUN_TAG_VARIABLE]: 'alive' },
      input: '',
    });
    brokerTraces(places, { holder: alive(), label: { runTag: 'alive' } });
    try {
      const found = await eventually(
        async () => (await checkOrphans(places)).find(({ level }) => level === 'problem'),
        { withinMs: 5_000, what: 'the orphan' },
      );
      expect(found.detail).toBe(`1 process of brokers that are gone: ${orphan.pid} (sleep)`);
      expect(await found.fix?.apply()).toBe('Ended 1 process of brokers that are gone');

      await orphan.exited;
      expect(isRunning(bystander.pid)).toBe(true);
      expect(levels(await checkOrphans(places))).toEqual(['orphans ok']);
    } finally {
      for (const child of [orphan, bystander]) child.kill('SIGKILL');
      await Promise.all([orphan.exited, bystander.exited]);
    }
  });
});

describe('a broker that runs', () => {
  const status: BrokerStatus = {
    running: true,
    pid: 4_000_000,
    identity: GONE,
    brokerId: 'broker-1',
    brokerKey: 'key1',
    startedAt: '2026-01-01T00:00:00.000Z',
    uptimeMs: 60_000,
    version: VERSION,
    endpoint: '/run/x.control',
    events: 'ipc:///run/x.events',
    workspaceRoot: '/repo',
    codexHome: '/home/u/.codex',
    codexPath: '/bin/codex',
    appServer: { pid: null, version: '0.169.0', state: 'ready', lastAnswerAt: null },
    jobs: { running: 1, queued: 2 },
    clients: 0,
    subscribers: 0,
    rateLimits: [],
    metricsEndpoint: null,
  };
  const here = { isOurs: true, inWorkspace: true, nowMs: Date.parse('2026-01-01T00:01:00.000Z') };

  test.each<[string, Partial<BrokerStatus>, Partial<typeof here>, string[]]>([
    ['and is well', {}, {}, ['broker.status ok']],
    ['of another version', { version: '0.0.1' }, {}, ['broker.status ok', 'broker.version note']],
    ['with another Codex', {}, { isOurs: false }, ['broker.status ok', 'broker.codex note']],
    ['of another workspace', {}, { isOurs: false, inWorkspace: false }, ['broker.status ok']],
    [
      'whose app-server is silent',
      { appServer: { ...status.appServer, state: 'unresponsive' } },
      {},
      ['broker.status ok', 'broker.app-server problem'],
    ],
    [
      'whose metrics have no port',
      { metricsEndpoint: { url: null, problem: 'no port' } },
      {},
      ['broker.status ok', 'broker.metrics note'],
    ],
    ['while the clock was set', {}, { nowMs: here.nowMs + 3_600_000 }, ['broker.status ok', 'clock.jumped note']],
    ['while the clock was set back', {}, { nowMs: here.nowMs - 3_600_000 }, ['broker.status ok', 'clock.jumped note']],
  ])('%s', (_name, changes, where, expected) => {
    expect(levels(statusFindings({ ...status, ...changes }, { ...here, ...where }))).toEqual(expected);
  });

  test('and does not listen is a warning, one that takes connections and says nothing a problem', async () => {
    const scene = emptyScene();
    const { sockets } = brokerTraces(scene, { holder: alive() });
    expect(levels(await checkBrokers(scene, NEVER))).toEqual(['broker.silent warning']);

    await listening(sockets.control);
    expect(levels(await checkBrokers(scene, NEVER))).toEqual(['broker.silent problem']);
  });

  test('and has no label yet is starting', async () => {
    const scene = emptyScene();
    brokerTraces(scene, { holder: alive(), label: null });
    expect(levels(await checkBrokers(scene, NEVER))).toEqual(['broker.silent note']);
  });

  test('is none where none was started', async () => {
    expect(levels(await checkBrokers(emptyScene(), NEVER))).toEqual(['broker.status ok']);
  });
});
