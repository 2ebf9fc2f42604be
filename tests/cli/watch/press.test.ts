import { describe, expect, test } from 'vitest';
import type { LogView } from '../../../src/cli/watch/log-scroll.ts';
import type { LogPlace, Mode, WatchModel } from '../../../src/cli/watch/model.ts';
import { press } from '../../../src/cli/watch/press.ts';
import { busyWorkspace, modelOf } from './models.ts';

const [A, B, , , E] = busyWorkspace().map(({ job }) => job.id);
const VIEW = { page: 10, rowsOf: () => 1 };

function model(ui: Partial<WatchModel['ui']> = {}, more: Partial<WatchModel> = {}): WatchModel {
  const base = modelOf(busyWorkspace());
  return { ...base, ...more, ui: { ...base.ui, ...ui } };
}

/** What is there after these keys, and what the last of them asked for. */
function pressed(start: WatchModel, ...keys: string[]) {
  return pressedIn(VIEW, start, ...keys);
}

function pressedIn(view: LogView, start: WatchModel, ...keys: string[]) {
  let current = start;
  let effect: unknown;
  for (const key of keys) {
    const result = press(current, key, view);
    current = { ...current, ui: result.ui };
    effect = result.effect;
  }
  return { ...current.ui, effect };
}

describe('in the table', () => {
  test.each([
    [['down'], B],
    [['j', 'j', 'k'], B],
    [['up'], A],
    [['end'], E],
    [['G', 'down'], E],
    [['G', 'g'], A],
  ])('the keys %j select', (keys, id) => {
    expect(pressed(model(), ...keys)).toMatchObject({ selectedId: id, mode: { id: 'table' } });
  });

  test('a selected job that is not there any more leaves the first one', () => {
    expect(pressed(model({ selectedId: 'gone' }), 'down').selectedId).toBe(B);
  });

  test.each([
    ['q', { id: 'quit', exitCode: 0 }],
    ['escape', { id: 'quit', exitCode: 0 }],
    ['ctrl-c', { id: 'quit', exitCode: 130 }],
    ['ctrl-z', { id: 'suspend' }],
    ['ctrl-l', { id: 'redraw' }],
    ['x', undefined],
  ])('%s', (key, effect) => {
    expect(pressed(model(), key).effect).toEqual(effect);
  });

  test.each(['enter', 'l'])('%s opens the log of the selected job', (key) => {
    expect(pressed(model(), 'down', key).mode).toEqual({ id: 'log', jobId: B, end: null });
  });

  test('a job is cancelled after a yes, and only then', () => {
    expect(pressed(model(), 'down', 'c')).toMatchObject({ mode: { id: 'confirmCancel', jobId: B }, effect: undefined });
    expect(pressed(model(), 'down', 'c', 'y')).toMatchObject({
      mode: { id: 'table' },
      effect: { id: 'cancel', jobId: B },
    });
    for (const no of ['n', 'enter', 'escape', 'c', 'down'])
      expect(pressed(model(), 'down', 'c', no)).toMatchObject({ mode: { id: 'table' }, effect: undefined });
  });

  test('of a job that has ended there is nothing to cancel, which is said until the next key', () => {
    expect(pressed(model(), 'G', 'c')).toMatchObject({
      mode: { id: 'table' },
      notice: expect.stringContaining('has ended'),
    });
    expect(pressed(model(), 'G', 'c', 'k').notice).toBeNull();
  });

  test('sessions are told apart only where there is one', () => {
    expect(pressed(model(), 'a').allSessions).toBe(false);
    expect(pressed(model({}, { sessionId: 's' }), 'a').allSessions).toBe(true);
    expect(pressed(model({}, { sessionId: 's' }), 'a', 'a').allSessions).toBe(false);
  });

  test('without jobs no key does anything to one', () => {
    for (const key of ['down', 'enter', 'c'])
      expect(pressed(model({}, { jobs: [] }), key)).toMatchObject({ mode: { id: 'table' }, selectedId: null });
  });

  test('help is there until any key', () => {
    expect(pressed(model(), '?').mode).toEqual({ id: 'help' });
    expect(pressed(model(), '?', 'q')).toMatchObject({ mode: { id: 'table' }, effect: undefined });
  });
});

describe('in a log of lines 100 to 149', () => {
  const log = { first: 100, lines: Array.from({ length: 50 }, (_, line) => `line ${line}`) };
  const place = (line: number | null) => (line === null ? null : { line, rows: 0 });
  const at = (line: number | null) =>
    model({ mode: { id: 'log', jobId: 'x', end: place(line) } satisfies Mode }, { log });

  test.each<[number | null, string[], number | null]>([
    [null, ['up'], 149],
    [null, ['pageup'], 140],
    [140, ['down'], 141],
    [149, ['down'], null],
    [145, ['space'], null],
    [120, ['home'], 110],
    [111, ['up', 'up', 'up'], 110],
    [120, ['f'], null],
    [120, ['end'], null],
  ])('from %s the keys %j lead to %s', (from, keys, to) => {
    expect(pressed(at(from), ...keys).mode).toEqual({ id: 'log', jobId: 'x', end: place(to) });
  });

  // Each takes three rows: the page ends in the middle of one.
  test.each<[string[], LogPlace | null]>([
    [['up'], { line: 149, rows: 2 }],
    [['pageup'], { line: 146, rows: 2 }],
    [['pageup', 'pageup', 'pagedown'], { line: 146, rows: 2 }],
    [['home'], { line: 103, rows: 1 }],
    [['home', 'up'], { line: 103, rows: 1 }],
    [['home', 'pagedown'], { line: 106, rows: 2 }],
    [['up', 'down'], null],
  ])('where lines are folded, the keys %j scroll by rows, to %j', (keys, end) => {
    expect(pressedIn({ ...VIEW, rowsOf: () => 3 }, at(null), ...keys).mode).toMatchObject({ end });
  });

  test('after the screen has become higher, scrolling goes on from what is seen', () => {
    expect(pressed(at(103), 'down').mode).toMatchObject({ end: place(111) });
  });

  test.each(['q', 'escape', 'left'])('%s leads back to the table', (key) => {
    expect(pressed(at(null), key)).toMatchObject({ mode: { id: 'table' }, effect: undefined });
  });

  test('one that fits on the screen stays where it is', () => {
    const short = { ...at(null), log: { first: 0, lines: ['one', 'two'] } };
    expect(pressed(short, 'up').mode).toMatchObject({ end: null });
  });
});
