import { fakePrompt } from '../../tests/support/fake-codex/script.ts';
import { stubPrompt } from '../../tests/support/model-stub/steps.ts';
import type { Random } from '../lib/random.ts';

export interface Prompt {
  readonly name: string;
  readonly text: string;
}

type Maker = (random: Random) => string;

/** What jobs are asked to do: most end by themselves, some only by a clock. */
const FAKE: readonly [readonly [string, Maker], ...(readonly [string, Maker])[]] = [
  ['short', () => fakePrompt({ do: 'say', text: 'a few words' }, { do: 'finish' })],
  ['short', () => fakePrompt({ do: 'reason' }, { do: 'fileChange' }, { do: 'usage' })],
  ['streaming', (random) => fakePrompt({ do: 'say', text: 'word '.repeat(60), deltas: 30, ms: random.int(200, 2000) })],
  ['streaming', (random) => fakePrompt({ do: 'say', text: 'word '.repeat(60), deltas: 30, ms: random.int(200, 2000) })],
  ['command', (random) => fakePrompt({ do: 'command', deltas: 5, ms: random.int(200, 1500) })],
  ['long command', () => fakePrompt({ do: 'say', text: 'begun' }, { do: 'command', never: true, sleepS: 60 })],
  ['hanging', () => fakePrompt({ do: 'hang' })],
  ['hanging for good', () => fakePrompt({ do: 'say' }, { do: 'hangHard' })],
  ['never starting', () => fakePrompt({ do: 'noTurnStartReply' })],
  ['failing', () => fakePrompt({ do: 'wait', ms: 100 }, { do: 'fail' })],
  ['failing', () => fakePrompt({ do: 'errorThenNothing' })],
  ['sub-agent', (random) => fakePrompt({ do: 'subagent', ms: random.int(100, 800), outlive: random.chance(0.5) })],
  ['noisy', () => fakePrompt({ do: 'garbage', count: 3 }, { do: 'flood', count: 100 }, { do: 'stderr', bytes: 2000 })],
];

const REAL: readonly [readonly [string, Maker], ...(readonly [string, Maker])[]] = [
  ['short', () => stubPrompt({ do: 'final', text: 'an answer' })],
  ['short', () => stubPrompt({ do: 'reason', summary: ['**A thought**'], text: 'an answer' })],
  ['streaming', (random) => stubPrompt({ do: 'stream', text: 'word '.repeat(40), seconds: random.int(2, 20) / 10 })],
  ['streaming', (random) => stubPrompt({ do: 'stream', text: 'word '.repeat(40), seconds: random.int(2, 20) / 10 })],
  ['command', () => stubPrompt({ do: 'exec', cmd: 'sleep 0.5; echo done' }, { do: 'final', text: 'an answer' })],
  ['long command', () => stubPrompt({ do: 'exec', cmd: 'sleep 60', say: 'begun' }, { do: 'final', text: 'too late' })],
  ['hanging', () => stubPrompt({ do: 'hang', when: 'created' })],
  ['failing', () => stubPrompt({ do: 'http', status: 400 })],
  ['failing', () => stubPrompt({ do: 'failed' })],
];

export function somePrompt(codex: 'fake' | 'real', random: Random): Prompt {
  const [name, make] = random.pick(codex === 'fake' ? FAKE : REAL);
  return { name, text: make(random) };
}

/** The app-server leaves in the middle of the turn, with exit status 0. The double's alone: the real one has no such turn. */
export const LEAVES_IN_TURN: Prompt = { name: 'leaving', text: fakePrompt({ do: 'say' }, { do: 'exit' }) };
