import { expect, test } from 'vitest';
import { platformFindings } from '../../../../src/cli/doctor/checks/platform.ts';

test('where it is tested there is nothing to say', () => {
  expect(platformFindings({ platform: 'linux', arch: 'x64' })).toEqual([]);
});

test.each([
  ['linux', 'arm64', /^not tested on linux arm64, but on linux x64 only$/u],
  ['darwin', 'arm64', /^not tested on darwin arm64, .* are not found there$/u],
  ['win32', 'x64', /^not tested on win32 x64, .* is not checked$/u],
  ['freebsd', 'x64', /^not tested on freebsd x64, but on linux x64 only$/u],
] as const)('on %s %s it is said that it is not, and what that means', (platform, arch, detail) => {
  expect(platformFindings({ platform, arch })).toMatchObject([
    { level: 'note', detail: expect.stringMatching(detail), remedy: 'see "Limits" in the README' },
  ]);
});
