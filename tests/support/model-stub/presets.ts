import type { Script } from './steps.ts';

/** `STUB:<name>` in a prompt plays one of these. */
export const PRESETS: ReadonlyMap<string, Script> = new Map<string, Script>([
  ['hello', { steps: [{ do: 'final', text: 'hello from stub' }] }],
  ['one', { steps: [{ do: 'final', text: 'after one second', delayMs: 1000 }] }],
  ['slow', { steps: [{ do: 'stream', text: 'slow words '.repeat(20), seconds: 5 }] }],
  ['slow30', { steps: [{ do: 'stream', text: 'slow words '.repeat(60), seconds: 30 }] }],
  [
    'exec',
    {
      steps: [
        { do: 'exec', cmd: 'echo hi; pwd; id -u' },
        { do: 'final', text: 'exec done' },
      ],
    },
  ],
  [
    'sleep',
    {
      steps: [
        { do: 'exec', cmd: 'sleep 300' },
        { do: 'final', text: 'slept' },
      ],
    },
  ],
  [
    'patch',
    {
      steps: [
        { do: 'patch', file: 'stub-new.txt', content: 'line one\nline two' },
        { do: 'final', text: 'patched' },
      ],
    },
  ],
  ['http500', { steps: [{ do: 'http', status: 500 }] }],
  ['disconnect', { steps: [{ do: 'disconnect', when: 'mid' }] }],
  ['hang', { steps: [{ do: 'hang', when: 'created' }] }],
]);

/** The JSON that codex expects from a review model. */
export function reviewJson(findings: readonly unknown[] = [FINDING]): string {
  return JSON.stringify({
    findings,
    overall_correctness: 'patch is incorrect',
    overall_explanation: 'Stub explanation.',
    overall_confidence_score: 0.8,
  });
}

const FINDING = {
  title: '[P1] Stub finding',
  body: 'The stub found a fault.',
  confidence_score: 0.9,
  priority: 1,
  code_location: { absolute_file_path: '/tmp/x/a.txt', line_range: { start: 1, end: 2 } },
};
