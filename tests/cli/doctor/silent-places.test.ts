import { expect, test } from 'vitest';
import { silentPlaces } from '../../../src/cli/doctor/silent-places.ts';
import { tempDir } from '../../support/temp.ts';

test('directories that answer are no finding, be they there or not', async () => {
  const named = [
    { what: 'the home directory', path: tempDir() },
    { what: 'PATH', path: '/nowhere/at all' },
  ];
  expect(await silentPlaces(named)).toEqual([]);
});

test('one that does not answer is found, and told by everybody who names it', async () => {
  const named = [
    { what: 'the home directory', path: '/home/u' },
    { what: 'the state directory', path: '/hung' },
    { what: 'PATH', path: '/hung' },
  ];

  const found = await silentPlaces(named, async (directories) => !directories.includes('/hung'));

  expect(found).toMatchObject([
    { id: 'place.silent', level: 'problem', detail: expect.stringMatching(/^"\/hung" \(the state directory\)/u) },
    { id: 'place.silent', level: 'problem', detail: expect.stringMatching(/^"\/hung" \(PATH\)/u) },
  ]);
});

test('as long as all is well one process is enough', async () => {
  const asked: number[] = [];
  const named = ['/a', '/b', '/a'].map((path) => ({ what: 'PATH', path }));

  await silentPlaces(named, async (directories) => asked.push(directories.length) > 0);

  expect(asked).toEqual([2]);
});
