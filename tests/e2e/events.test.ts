import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type Envelope, isJobEvent } from '../../src/contract/event.ts';
import { EventLineSchema } from '../../src/contract/event-line.ts';
import { eventually } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { background, ended, inTurn, killBroker } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

test('events prints all that happened, numbered without a gap', async () => {
  const rig = await startRig();
  await rig.run(['task', 'one']);
  await rig.run(['task', 'two']);

  const events = await eventsOf(rig);

  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(new Set(events.map(({ brokerId }) => brokerId)).size).toBe(1);
  expect(typesOf(events).slice(0, 1)).toEqual(['broker.started']);
  for (const job of idsIn(events)) {
    const own = events.filter(({ event }) => isJobEvent(event) && event.jobId === job);
    expect(own.map(({ streamSeq }) => streamSeq)).toEqual(own.map((_, index) => index + 1));
  }
  const text = await rig.run(['events']);
  expect(text.stdout.trim().split('\n')).toHaveLength(events.length);
  expect(text.stdout).toMatch(/^\d{4}-\S+Z 1 broker\.started\. \{.*\}$/mu);
});

test('every kind of event of a job appears in its place', async () => {
  const { rig, nextTurn } = await startScriptedRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const completed = await background(rig, 'fine');
  const failed = await background(rig, fakePrompt({ do: 'fail' }));
  const cancelled = await background(rig, 'FAKE:hang');
  await inTurn(rig, cancelled);
  await rig.run(['cancel', cancelled]);
  const crashed = await background(rig, SCRIPTED);
  const adopted = await background(rig, 'after the crash');

  const turn = await nextTurn();
  const before = await eventsOf(rig);
  turn.send({ do: 'crash' });
  await ended(rig, crashed);
  await ended(rig, adopted);
  const after = await eventsOf(rig);

  const begin = ['job.queued', 'job.started', 'job.threadReady', 'job.turnStarted'];
  expect(storyOf(before, completed)).toEqual([...begin, 'job.progressed', 'job.completed']);
  expect(storyOf(before, failed)).toEqual([...begin, 'job.progressed', 'job.failed']);
  expect(storyOf(before, cancelled)).toEqual([...begin, 'job.stopping', 'job.cancelled']);
  expect(storyOf(after, adopted)).toEqual(['job.adopted', ...begin.slice(1), 'job.progressed', 'job.completed']);
  expect(typesOf(before)).toEqual(expect.arrayContaining(['broker.started', 'appServer.ready']));
});

test('events -f goes on until the broker ends, whose last word it prints', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const id = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const follower = rig.start(['events', '-f', '--json']);
  const inText = rig.start(['events', '--follow']);
  for (const one of [follower, inText]) await one.waitForLine(/turnStarted/u, BOUND_MS);

  turn.send({ do: 'flood', count: 300 });
  turn.send({ do: 'finish' });
  await ended(rig, id);
  await rig.run(['broker', 'stop']);

  expect(await follower.exited).toEqual({ code: 0, signal: null });
  expect(await inText.exited).toEqual({ code: 0, signal: null });
  const events = parsed(follower.stdout());
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(typesOf(events).slice(-3)).toEqual(['job.completed', 'broker.draining', 'broker.shuttingDown']);
  expect(follower.stderr()).toBe('The broker has ended\n');
  expect(inText.stdout().trim().split('\n')).toHaveLength(events.length);
});

test('events can be cut by topic and by number, also while they are followed', async () => {
  const rig = await startRig();
  await rig.run(['task', 'one']);
  const all = await eventsOf(rig);
  const [jobId = ''] = idsIn(all);

  const jobs = await eventsOf(rig, '--topic', 'job.');
  expect(jobs.every(({ event }) => isJobEvent(event))).toBe(true);
  expect(jobs).toEqual(all.filter(({ event }) => isJobEvent(event)));
  expect(await eventsOf(rig, '--topic', `job.${jobId}`)).toEqual(jobs);
  expect(await eventsOf(rig, '--topic', 'job.task')).toEqual([]);
  expect(typesOf(await eventsOf(rig, '--topic', 'appServer'))).toEqual(['appServer.ready']);
  expect(await eventsOf(rig, '--since', '3')).toEqual(all.slice(3));
  expect(await eventsOf(rig, '--since', '100000')).toEqual([]);
  expect(await eventsOf(rig, '--since', `${all[0]?.brokerId}:3`)).toEqual(all.slice(3));
  const endsAndBroker = await eventsOf(rig, '--topic', 'broker', '--topic', `job.${jobId}.completed`);
  expect(typesOf(endsAndBroker)).toEqual(['broker.started', 'job.completed']);

  const topics = ['--topic', 'broker.', '--topic', 'appServer.'];
  const follower = rig.start(['events', '-f', '--json', ...topics, '--since', '1']);
  // It has to be there before the broker goes.
  await follower.waitForLine(/appServer\.ready/u, BOUND_MS);
  await rig.run(['task', 'two']);
  await rig.run(['broker', 'stop']);
  await follower.exited;
  const told = typesOf(parsed(follower.stdout()));
  expect(told).toEqual(['appServer.ready', 'broker.draining', 'broker.shuttingDown']);
});

test('events --reconnect waits for a broker, goes from one to the next, and tells of the end of each', async () => {
  const rig = await startRig();
  const follower = rig.start(['events', '-f', '--reconnect', '--json', '--topic', 'broker.']);
  const inText = rig.start(['events', '-f', '--reconnect', '--topic', 'appServer.']);
  await rig.run(['task', 'one']);
  for (const one of [follower, inText]) await one.waitForLine(/started|ready/u, BOUND_MS);
  await killBroker(rig);
  await follower.waitForLine(/"ended":true/u, BOUND_MS);
  await rig.run(['task', 'two']);
  await eventually(() => parsed(follower.stdout()).length === 3 && inText.stdout().split('ready').length === 3, {
    withinMs: BOUND_MS,
    what: 'events of the next broker',
  });

  const [first, end, next] = parsed(follower.stdout());
  expect([first?.event.type, next?.event.type]).toEqual(['broker.started', 'broker.started']);
  expect(end).toEqual({ v: 1, brokerId: first?.brokerId, ended: true });
  expect([first?.seq, next?.seq]).toEqual([1, 1]);
  expect(next?.brokerId).not.toBe(first?.brokerId);
  expect(inText.stderr()).toBe(`${first?.brokerId} has ended\n`);
  // To whoever has left off at the first, all of the second is new.
  expect(await eventsOf(rig, '--since', `${first?.brokerId}:5`)).toEqual([end, ...(await eventsOf(rig))]);
});

test.each([
  [['--reconnect'], '--reconnect goes with --follow'],
  [['--since', 'yesterday'], 'Give a whole number, or BROKER:NUMBER'],
  [['--topic', ''], 'Give one, or leave the option out'],
])('events %j is a usage error', async (args, why) => {
  const rig = await startRig();
  const { code, stderr } = await rig.run(['events', ...args]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) });
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends events -f quietly', async (signal) => {
  const rig = await startRig();
  await rig.run(['task', 'one']);
  const follower = rig.start(['events', '-f']);
  await follower.waitForLine(/completed/u, BOUND_MS);

  follower.kill(signal);

  expect(await follower.exited).toEqual({ code: signal === 'SIGINT' ? 130 : 143, signal: null });
  expect(follower.stderr()).toBe('');
});

test('without a broker there are no events, and none is started', async () => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(['events', '--json']);

  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toMatch(/^codex-companion: No broker serves "[^"]+" \(run "codex-companion broker start"\)\n$/u);
  expect(rig.processes()).toEqual([]);
});

async function eventsOf(rig: Rig, ...args: string[]): Promise<Envelope[]> {
  const { code, stdout, stderr } = await rig.run(['events', '--json', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return parsed(stdout);
}

function parsed(stdout: string): Envelope[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const value = JSON.parse(line);
      // Nothing is printed that is not documented.
      expect(v.parse(EventLineSchema, value)).toEqual(value);
      return value;
    });
}

function typesOf(events: readonly Envelope[]): string[] {
  return events.map(({ event }) => event.type);
}

function idsIn(events: readonly Envelope[]): string[] {
  return [...new Set(events.flatMap(({ event }) => (isJobEvent(event) ? [event.jobId] : [])))];
}

/** The types of a job's events, each once where several follow one another. */
function storyOf(events: readonly Envelope[], jobId: string): string[] {
  return events
    .flatMap(({ event }) => (isJobEvent(event) && event.jobId === jobId ? [event.type] : []))
    .filter((type, index, types) => type !== types[index - 1]);
}
