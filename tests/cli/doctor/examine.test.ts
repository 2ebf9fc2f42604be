import { expect, test } from 'vitest';
import { examine, type NamedCheck } from '../../../src/cli/doctor/examine.ts';
import { about } from '../../../src/cli/doctor/finding.ts';
import { emptyScene } from './places.ts';

const fine: NamedCheck = { name: 'fine', title: 'Fine', run: async () => [about('fine', 'Fine').ok('well')] };

test('a check that throws is a finding, and keeps none of the others from being made', async () => {
  const broken: NamedCheck = {
    name: 'broken',
    title: 'Broken',
    run: async () => {
      throw new Error('EACCES: no');
    },
  };

  expect(await examine([broken, fine], emptyScene())).toMatchObject([
    { id: 'broken.unchecked', level: 'problem', detail: 'cannot be checked: EACCES: no' },
    { id: 'fine', level: 'ok' },
  ]);
});

test('a check that never ends is a finding at its deadline, and is told to end', async () => {
  let told = false;
  const endless: NamedCheck = {
    name: 'endless',
    title: 'Endless',
    deadlineMs: 20,
    run: (_, signal) =>
      new Promise(() => {
        signal.addEventListener('abort', () => {
          told = true;
        });
      }),
  };

  expect(await examine([fine, endless], emptyScene())).toMatchObject([
    { id: 'fine' },
    { id: 'endless.unchecked', level: 'problem', detail: 'this check did not come to an end within 0.02 s' },
  ]);
  expect(told).toBe(true);
});

test('a check is told at once when nobody waits for it any more', async () => {
  const dismissal = new AbortController();
  const patient: NamedCheck = {
    name: 'patient',
    title: 'Patient',
    run: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve([]))),
  };

  const found = examine([patient], emptyScene(), dismissal.signal);
  dismissal.abort();

  expect(await found).toEqual([]);
});
