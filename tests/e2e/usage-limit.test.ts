import { expect, test } from 'vitest';
import type { RateLimit } from '../../src/contract/rate-limit.ts';
import { type Step, stubPrompt } from '../support/model-stub/steps.ts';
import { startRig } from '../support/rig.ts';

const HOUR_S = 3_600;

function headersOf(primary: number, primaryResetAt: number, secondaryResetAt: number): Record<string, string> {
  return {
    'x-codex-primary-used-percent': String(primary),
    'x-codex-primary-window-minutes': '300',
    'x-codex-primary-reset-at': String(primaryResetAt),
    'x-codex-secondary-used-percent': '40',
    'x-codex-secondary-window-minutes': '10080',
    'x-codex-secondary-reset-at': String(secondaryResetAt),
  };
}

interface Failed {
  readonly jobId: string;
  readonly reason: string;
  readonly errorMessage: string;
  readonly comeBackAt?: string;
}

// Codex's sentences are in local time, and this zone is no full hours from any other.
test('the real codex: a job that a usage limit ends says when to come back, and everybody sees how near the limit is', async () => {
  const rig = await startRig({ codex: 'real', env: { TZ: 'Asia/Kolkata' } });
  const now = Math.floor(Date.now() / 1000);
  const [soon, late] = [now + 2 * HOUR_S, now + 72 * HOUR_S];
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
  const limited = (headers: Record<string, string>, more: object = {}): Step => ({
    do: 'http',
    status: 429,
    headers,
    body: { error: { type: 'usage_limit_reached', message: 'The usage limit has been reached', ...more } },
  });
  const fails = (step: Step) => rig.json<Failed>(['task', stubPrompt(step)], { exit: 6 });

  await rig.run(['task', stubPrompt({ do: 'final', text: 'fine', headers: headersOf(43, soon, late) })]);
  const window = { windowDurationMins: 300, resetsAt: iso(soon) };
  const known = {
    limitId: 'codex',
    primary: { usedPercent: 43, ...window },
    secondary: { usedPercent: 40, resetsAt: iso(late) },
  };
  const { rateLimits } = await rig.json<{ rateLimits: RateLimit[] }>(['broker', 'status']);
  expect(rateLimits).toMatchObject([known]);
  expect(await rig.json(['status'])).toMatchObject({ rateLimits });
  for (const command of [['status'], ['broker', 'status']]) {
    const { stdout } = await rig.run(command);
    expect(stdout).toMatch(
      /^Usage limit: 43% used of 5h, resets .*\d\d:\d\d \(in (?:2h|1h \d+m)\); 40% used of 7d, resets \d+ \w{3} .*\(in .+\)$/mu,
    );
  }

  // Codex says when, to the minute; the window that resets in that minute knows the second.
  const said = await fails(limited(headersOf(100, soon, late), { resets_at: soon }));
  expect(said).toMatchObject({ reason: 'usage_limit', comeBackAt: iso(soon) });
  expect(said.errorMessage).toMatch(/[Tt]ry again at .*\d:\d\d [AP]M\.$/u);
  // Without a window it is the end of the minute.
  const other = now + 26 * HOUR_S;
  const dated = await fails(limited({}, { resets_at: other }));
  expect(dated.comeBackAt).toBe(iso(Math.floor(other / 60) * 60 + 60));
  // Codex does not say when: the window that is used up does.
  const unsaid = await fails(limited(headersOf(100, soon, late), { plan_type: 'pro' }));
  expect(unsaid.comeBackAt).toBe(iso(soon));
  expect(unsaid.errorMessage).toMatch(/try again later\. Come back at \d{4}-\d\d-\d\d \d\d:\d\d \(UTC\+05:30\)\.$/u);

  const { stdout } = await rig.run(['status', unsaid.jobId]);
  expect(stdout).toMatch(/^ {2}Come back: .*\d\d:\d\d \(in (?:2h|1h \d+m)\)$/mu);
  expect((await rig.run(['wait', unsaid.jobId])).stdout).toMatch(
    / failed \(usage_limit\): .* \(in (?:2h|1h \d+m)\)\n$/u,
  );
  expect(await rig.json(['result', unsaid.jobId])).toMatchObject({
    job: { comeBackAt: iso(soon) },
    storedJob: { comeBackAt: iso(soon), result: { comeBackAt: iso(soon) } },
  });
});
