import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeRepository } from '../../support/git.ts';
import { startRig } from '../../support/rig.ts';

test.each([
  ['review', 'no-such-ref'],
  ['adversarial-review', 'no-such-ref'],
  ['review', '--help-me'],
  ['review', 'HEAD..'],
  ['review', ''],
])('row 46: %s --base %j is an error that quotes it, before there is a job', async (command, base) => {
  const rig = await startRig();
  makeRepository(rig.workspace);

  const { code, stdout, stderr } = await rig.run([command, `--base=${base}`]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(base === '' ? "argument '' is invalid" : `"${base}"`);
  expect(existsSync(rig.stateDir)).toBe(false);
  expect(rig.processes()).toEqual([]);
});
