import { expect, test } from 'vitest';
import { type Moment, NOTIFY_AFTER_MS, wayToNotify } from '../../src/cli/notify.ts';
import type { NotifyWay } from '../../src/contract/notify.ts';

const LONG: Moment = { asked: false, way: 'bell', onTerminal: true, tookMs: NOTIFY_AFTER_MS };

test.each<[string, Partial<Moment>, NotifyWay]>([
  ['the setting, after a long time on a terminal', {}, 'bell'],
  ['what was done before anybody looked away', { tookMs: NOTIFY_AFTER_MS - 1 }, 'off'],
  ['no terminal: a script, or Claude Code', { onTerminal: false }, 'off'],
  ['nothing was set', { way: 'off' }, 'off'],
  ['--notify, with the way of the setting', { asked: true, way: 'desktop', tookMs: 0 }, 'desktop'],
  ['--notify alone', { asked: true, way: 'off', tookMs: 0 }, 'all'],
  ['--notify without a terminal', { asked: true, way: 'off', onTerminal: false }, 'all'],
])('%s', (_what, moment, way) => {
  expect(wayToNotify({ ...LONG, ...moment })).toBe(way);
});
