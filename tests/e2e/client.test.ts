import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { received } from '../support/fake-codex/journal.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { makeRepository, writeFiles } from '../support/git.ts';
import { spawnCaptured } from '../support/process.ts';
import { startRig } from '../support/rig.ts';
import { allOf, CLIENT_URL, connectTo, inWords, Listener, upTo } from './client-library.ts';
import { inTurn, killBroker, recordOf, statusOf } from './records.ts';

const STORY = ['job.queued', 'job.started', 'job.threadReady', 'job.turnStarted', 'job.progressed', 'job.completed'];

test('a job is handed in, followed, waited for and found again, as a script sees it', async () => {
  const rig = await startRig();
  const companion = await connectTo(rig);
  expect(companion.workspaceRoot).toBe(rig.workspace);

  const outputSchema = { type: 'object' };
  const submission = { prompt: 'say hello', effort: 'high', timeoutMs: 60_000, outputSchema } as const;
  const { id, status, result, text } = await companion.submit(submission);
  expect(['queued', 'running']).toContain(status);
  expect([result, text]).toEqual([null, null]);
  expect(distinct(await allOf(companion.follow(id)))).toEqual(STORY);
  const job = await companion.wait(id);

  expect(job).toMatchObject({ status: 'completed', text: 'fake answer' });
  expect(job.result).toMatchObject({ status: 0, jobId: id, rawOutput: 'fake answer' });
  expect(received(rig.journal, 'turn/start')).toMatchObject([
    { params: { input: [{ text: 'say hello' }], effort: 'high', outputSchema } },
  ]);
  expect(recordOf(rig, id)?.request.clocks.hardMs).toBe(60_000);
  const { result: _result, text: _text, ...view } = job;
  expect(view).toEqual(await statusOf(rig, id));
  const { storedJob } = await rig.json<{ storedJob: { result: unknown } }>(['result', id]);
  expect(job.result).toEqual(storedJob.result);
  // Also afterwards, as long as its broker remembers.
  expect(distinct(await allOf(companion.follow(id)))).toEqual(STORY);
  expect(await companion.job(id)).toEqual(job);
  expect(await companion.jobs()).toEqual([job]);
  expect(await companion.cancel(id)).toEqual(job);
  expect(await companion.job('task-000000000-00000000')).toBeNull();
});

test('how a job ends is in the job: a failed one, a cancelled one, one that goes on with a thread', async () => {
  const rig = await startRig();
  const companion = await connectTo(rig);

  const failing = await companion.submit({ prompt: fakePrompt({ do: 'fail' }) });
  expect(await companion.wait(failing.id)).toMatchObject({
    status: 'failed',
    reason: 'turn_failed',
    result: { status: 1 },
    text: '',
  });

  const { id } = await companion.submit({ prompt: 'FAKE:hang', write: true, onApproval: 'accept' });
  await inTurn(rig, id);
  await expect(companion.wait(id, { timeoutMs: 1 })).rejects.toMatchObject({ name: 'ClientError', code: 'timed_out' });
  const over = new Error('enough');
  await expect(companion.wait(id, { signal: AbortSignal.abort(over) })).rejects.toBe(over);
  const cancelled = await companion.cancel(id);
  expect(cancelled).toMatchObject({ status: 'cancelled', errorMessage: 'Cancelled by a program.', write: true });

  const again = await companion.submit({ prompt: 'go on', resume: 'last', key: 'once' });
  expect(await companion.wait(again.id)).toMatchObject({ threadId: cancelled.threadId, key: 'once' });
  expect((await companion.submit({ prompt: 'go on', resume: 'last', key: 'once' })).id).toBe(again.id);
});

test('a program answers what Codex asks to be allowed', async () => {
  const rig = await startRig();
  const companion = await connectTo(rig);
  const asking = { prompt: fakePrompt({ do: 'approval', command: 'make install' }), onApproval: 'ask' } as const;

  const { id } = await companion.submit(asking);
  for await (const item of companion.follow(id)) {
    if (item.kind !== 'event' || item.envelope.event.type !== 'job.asked') continue;
    const { question } = item.envelope.event;
    expect(question).toMatchObject({ what: 'a command', subject: 'make install' });
    expect(await companion.answer(id, question.id, 'accept')).toBe(true);
    expect(await companion.answer(id, question.id, 'decline')).toBe(false);
  }

  expect(await companion.wait(id)).toMatchObject({ status: 'completed' });
});

test('reviews are jobs, too: what they look at is found out before', async () => {
  const rig = await startRig();
  makeRepository(rig.workspace);
  writeFiles(rig.workspace, { 'a.txt': 'two\n' });
  const companion = await connectTo(rig);
  const approval = { verdict: 'approve', summary: 'It is fine.', findings: [], next_steps: [] };
  const focus = fakePrompt({ do: 'finish', text: JSON.stringify(approval) });

  const review = await companion.submit({ kind: 'review', scope: 'working-tree' });
  const adversarial = await companion.submit({ kind: 'adversarial-review', focus });

  const target = { mode: 'working-tree' };
  expect(await companion.wait(review.id)).toMatchObject({ kind: 'review', result: { review: 'Review', target } });
  expect(await companion.wait(adversarial.id)).toMatchObject({
    result: { target, result: approval, parseError: null },
  });
});

test('the death of a broker ends its jobs, no iteration, and no wait without their end', async () => {
  const rig = await startRig();
  const companion = await connectTo(rig);
  const subscribed = new Listener(companion.subscribe({ topics: ['broker.', 'job'] }));
  const { id } = await companion.submit({ prompt: 'FAKE:hang' });
  const ended = companion.wait(id);
  const followed = new Listener(companion.follow(id));
  for (const listener of [subscribed, followed]) await listener.hears('job.turnStarted');

  await killBroker(rig);
  expect(await ended).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  expect(distinct(await followed.all)).toEqual([...STORY.slice(0, 4), 'ended']);
  await companion.submit({ prompt: 'with the next broker' });
  await subscribed.hears('job.completed');
  await companion.close();

  expect(distinct(await subscribed.all)).toEqual([
    'broker.started',
    ...STORY.slice(0, 4),
    'ended',
    'broker.started',
    ...STORY,
  ]);
  const brokers = subscribed.items.map((item) => (item.kind === 'event' ? item.envelope.brokerId : item.brokerId));
  expect(distinct(brokers)).toHaveLength(2);
});

test('a subscription goes on after the event that it is given, also when another broker serves by then', async () => {
  const rig = await startRig();
  const companion = await connectTo(rig);
  await companion.wait((await companion.submit({ prompt: 'one' })).id);
  const all = await upTo(companion.subscribe({ since: 0 }), (item) => isEnd(item, 'job.completed'));
  const [first, , third] = all;
  if (first?.kind !== 'event' || third?.kind !== 'event') throw new Error('No events');

  const rest = companion.subscribe({ since: third.envelope });
  expect(await upTo(rest, (item) => isEnd(item, 'job.completed'))).toEqual(all.slice(3));

  await rig.run(['broker', 'restart']);
  const anew = await upTo(companion.subscribe({ since: third.envelope }), (item) => isEnd(item, 'appServer.ready'));
  expect(anew.map(inWords)).toEqual(['ended', 'broker.started', 'appServer.ready']);
  expect(anew[0]).toEqual({ kind: 'ended', brokerId: first.envelope.brokerId });
});

test('what cannot be meant is refused, with what is wrong of it, and no job is made', async () => {
  const rig = await startRig();
  const companion = await connectTo(rig);
  // As from a program without types.
  const refusal = (submission: object) => refusalOf(Reflect.apply(companion.submit, companion, [submission]));

  expect(await refusal({ prompt: 'x', promt: 'y' })).toBe(
    'invalid_request Cannot submit the job: "promt": there is no such option',
  );
  expect(await refusal({ prompt: ' ' })).toMatch(/^invalid_request .*"prompt": Expected a text that is not blank$/u);
  expect(await refusal({ kind: 'guess' })).toMatch(/^invalid_request .*"kind": /u);
  expect(await refusal({ prompt: 'x', network: true })).toMatch(/^invalid_request network and addDirs widen/u);
  expect(await refusal({ kind: 'review' })).toMatch(/^not_reviewable Cannot review /u);
  expect(await refusal({ prompt: 'x', resume: 'last' })).toMatch(/^not_resumable No previous Codex task thread/u);
  expect(await refusal({ prompt: 'x', write: true, addDirs: [loopIn(rig.workspace)] })).toMatch(
    /^invalid_request Cannot add ".*": it is not a directory/u,
  );
  expect(await refusalOf(Reflect.apply(companion.answer, companion, ['task-x', 'question-1', 'yes']))).toMatch(
    /^invalid_request Cannot answer /u,
  );
  // A wait without its deadline might have no end.
  expect(await refusalOf(Reflect.apply(companion.wait, companion, ['task-x', { timeout: 1 }]))).toBe(
    'invalid_request Cannot wait for task-x: "timeout": there is no such option',
  );
  expect(await companion.jobs()).toEqual([]);
});

test('without a broker, a Codex or a workspace it says so, in codes', async () => {
  const rig = await startRig();
  const idle = await connectTo(rig, { start: false });
  expect(await refusalOf(idle.submit({ prompt: 'x' }))).toMatch(/^broker_unreachable No broker serves "/u);
  expect(await idle.jobs()).toEqual([]);
  expect(rig.processes()).toEqual([]);

  const without = await connectTo(rig, { env: { ...rig.env, CODEX_COMPANION_CODEX: '/nowhere/codex' } });
  expect(await refusalOf(without.submit({ prompt: 'x' }))).toMatch(/^codex_unusable Cannot find Codex/u);
  expect(await refusalOf(Reflect.apply(connectTo, null, [rig, { start: 'no' }]))).toMatch(
    /^invalid_request Cannot connect: "start": /u,
  );
  for (const cwd of [path.join(rig.workspace, 'gone'), loopIn(rig.workspace)])
    expect(await refusalOf(connectTo(rig, { cwd }))).toMatch(/^invalid_request Cannot connect: /u);
  expect(await refusalOf(connectTo(rig, { env: { ...rig.env, CODEX_COMPANION_RETRIES: 'many' } }))).toMatch(
    /^misconfigured /u,
  );
});

test('after close nothing of it is left: the process ends by itself, and has said nothing', async () => {
  const rig = await startRig();
  const program = path.join(rig.workspace, 'program.mjs');
  const report = path.join(rig.workspace, 'report.json');
  writeFileSync(program, CLOSING_PROGRAM);

  const child = spawnCaptured(process.execPath, [program, CLIENT_URL, report], { cwd: rig.workspace, env: rig.env });

  expect(await child.exited).toEqual({ code: 0, signal: null });
  expect([child.stdout(), child.stderr()]).toEqual(['', '']);
  expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual({ waited: 'interrupted', done: true, later: 'interrupted' });
});

/** Leaves a wait and two iterations open, one of which nobody reads any more. */
const CLOSING_PROGRAM = `
import { writeFileSync } from 'node:fs';
const [, , library, report] = process.argv;
const { connect } = await import(library);
const companion = await connect();
const { id } = await companion.submit({ prompt: 'FAKE:hang' });
const events = companion.subscribe({ since: 0 })[Symbol.asyncIterator]();
await events.next();
const waited = companion.wait(id).catch(({ code }) => code);
const followed = companion.follow(id)[Symbol.asyncIterator]();
for (let type; type !== 'job.turnStarted'; ) type = (await followed.next()).value.envelope.event.type;
await companion.close();
const { done } = await events.next();
const later = await companion.jobs().catch(({ code }) => code);
writeFileSync(report, JSON.stringify({ waited: await waited, done, later }));
`;

/** A link that leads to itself: the system refuses to look at it. */
function loopIn(directory: string): string {
  const loop = path.join(directory, 'loop');
  symlinkSync(loop, loop);
  return loop;
}

function isEnd(item: Parameters<typeof inWords>[0], type: string): boolean {
  return inWords(item) === type;
}

/** Each where it differs from the one before. */
function distinct(words: readonly string[]): string[] {
  return words.filter((word, index) => word !== words[index - 1]);
}

async function refusalOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return `${error.code} ${error.message}`;
    throw error;
  }
  throw new Error('It was not refused');
}
