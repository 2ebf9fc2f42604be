import { expect, test } from 'vitest';
import { about, type Finding } from '../../../src/cli/doctor/finding.ts';
import { MAX_ROUNDS, repair } from '../../../src/cli/doctor/repair.ts';

const well = about('a', 'A').ok('well');

test('what was mended is found no more, and nothing is done about what has no fix', async () => {
  const found = [mendable('a', async () => 'Mended a'), about('b', 'B').problem('broken', 'mend it')];

  const { findings, fixed } = await repair(found, async () => [well]);

  expect(fixed).toEqual([{ id: 'a', title: 'a', ok: true, detail: 'Mended a' }]);
  expect(findings).toEqual([well]);
});

test('what a repair brings to light is mended, too', async () => {
  const rounds = [[mendable('second', async () => 'Mended second')], [well]];

  const { findings, fixed } = await repair([mendable('first', async () => 'Mended first')], async () => {
    return rounds.shift() ?? [];
  });

  expect(fixed.map(({ id }) => id)).toEqual(['first', 'second']);
  expect(findings).toEqual([well]);
});

test('a fix that fails is told once, and is not tried for ever', async () => {
  const failing = mendable('a', async () => {
    throw new Error('disk full');
  });

  const { findings, fixed } = await repair([failing], async () => [failing]);

  expect(fixed).toEqual([{ id: 'a', title: 'a', ok: false, detail: 'disk full' }]);
  expect(findings).toEqual([failing]);
});

test('findings that change with every look come to an end', async () => {
  const names = 'abcdefgh'[Symbol.iterator]();
  const changing = () => mendable('a', async () => 'Mended', names.next().value);

  const { fixed } = await repair([changing()], async () => [changing()]);

  expect(fixed).toHaveLength(MAX_ROUNDS);
});

test('where nothing can be mended nobody looks again', async () => {
  const look = () => Promise.reject(new Error('looked'));
  expect(await repair([well], look)).toEqual({ findings: [well], fixed: [] });
});

function mendable(id: string, apply: () => Promise<string>, detail = 'broken'): Finding {
  return about(id, id).warning(detail, 'mend it', { apply });
}
