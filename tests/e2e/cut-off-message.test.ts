import { expect, test } from 'vitest';
import type { JobView } from '../../src/contract/job-view.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { type Rig, startRig } from '../support/rig.ts';
import { background, ended, inTurn, killBroker, recordOf, runsCommand } from './records.ts';

const piece = (delta: string) =>
  ({ do: 'notify', method: 'item/agentMessage/delta', params: { itemId: 'm', delta } }) as const;
const SAYS = [{ do: 'say', text: 'First I look.' } as const, piece('Half an '), piece('answer')];
const CUT_OFF = 'Partial result, the message that was cut off:\nHalf an answer\n';

/** A task that has said one thing and is saying another. */
async function speaking(rig: Rig): Promise<string> {
  const id = await background(rig, fakePrompt(...SAYS, { do: 'hang' }));
  await inTurn(rig, id, ({ work }) => work.unfinished?.text === 'Half an answer');
  return id;
}

test('the message that a job was writing when it ended is kept, however it ended', async () => {
  const rig = await startRig();
  const cancelled = await speaking(rig);
  await rig.run(['cancel', cancelled]);
  const silent = await rig.run(['task', '--idle-timeout', '1s', fakePrompt(...SAYS, { do: 'hang' })]);
  const crashed = await rig.run(['task', fakePrompt(...SAYS, { do: 'crash' })]);

  const ids = [silent, crashed].map(({ stderr }) => /Job (task-\S+)/u.exec(stderr)?.[1] ?? '');
  for (const id of [cancelled, ...ids])
    expect(recordOf(rig, id)?.work).toMatchObject({
      lastMessage: 'First I look.',
      unfinished: { text: 'Half an answer' },
    });
  expect(crashed.stderr).toContain(`What it had got to: codex-companion result ${ids[1]}`);
});

test('of a job whose broker was killed, it is kept too, and the result shows it as what it is', async () => {
  const rig = await startRig();
  const lost = await speaking(rig);
  await killBroker(rig);

  const { job } = await rig.json<{ job: JobView }>(['result', lost]);
  const { stdout } = await rig.run(['result', lost]);

  expect(job.partial).toMatchObject({ lastMessage: 'First I look.', unfinishedMessage: 'Half an answer' });
  expect(stdout).toContain(`Partial result, the last message:\nFirst I look.\n\n${CUT_OFF}`);
});

test('a command that ran when its broker was killed is named as what had not ended', async () => {
  const rig = await startRig();
  const lost = await background(rig, fakePrompt({ do: 'command', command: 'make all', never: true }));
  await inTurn(rig, lost, runsCommand);
  await killBroker(rig);

  const { job } = await rig.json<{ job: JobView }>(['result', lost]);
  const { stdout } = await rig.run(['result', lost]);

  expect(job).toMatchObject({ partial: { commands: [], cutOff: ['command: make all'] }, waitingFor: null });
  expect(stdout).toContain('\nBegun, and not ended:\n- command: make all\n');
});

test('of a job that completed nothing is called unfinished', async () => {
  const rig = await startRig();
  const id = await background(rig, fakePrompt(...SAYS, { do: 'finish', text: 'All of it' }));
  const { status, work } = await ended(rig, id);
  expect({ status, unfinished: work.unfinished }).toEqual({ status: 'completed', unfinished: null });
});

test('a long answer that is cancelled half way is kept as far as it came (real codex)', async () => {
  const rig = await startRig({ codex: 'real' });
  const id = await background(rig, 'STUB:slow30');
  await inTurn(rig, id, ({ work }) => (work.unfinished?.text.length ?? 0) > 'slow words '.length);

  await rig.run(['cancel', id]);

  const { stdout } = await rig.run(['result', id]);
  expect(stdout).toMatch(/\nPartial result, the message that was cut off:\n(?:slow words ?){2,59}/u);
});
