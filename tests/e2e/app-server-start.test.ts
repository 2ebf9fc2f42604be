import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildDoubles } from '../support/build-doubles.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';

const UNANSWERED = 'No answer from the app-server to "initialize" within 400 ms';

test.each([
  ['exits', 'exit:3', 'fake-codex: told to exit with 3'],
  ['answers garbage', 'garbage', UNANSWERED],
  ['never answers', 'never', UNANSWERED],
  ['refuses', 'error:-32603', 'fake: told not to initialize'],
])('an app-server that %s at its start ends the task with exit status 5 and the reason', async (_what, start, why) => {
  const bound = why === UNANSWERED ? { CODEX_COMPANION_APP_SERVER_START_MS: '400' } : {};
  const rig = await startRig({ env: { FAKE_CODEX_START: start, ...bound } });

  const { code, stderr } = await rig.run(['task', 'say hello']);

  expect({ code, stderr }).toMatchObject({ code: 5, stderr: expect.stringContaining(why) });
  expect(stderr).toContain('app_server_start_failed');
});

test('an app-server that exits before anybody could hand over a job ends every task with exit status 5, too', async () => {
  const codex = path.join(tempDir(), 'codex');
  writeFileSync(codex, '#!/bin/sh\necho "cannot find my libraries" >&2\nexit 3\n');
  chmodSync(codex, 0o755);
  const rig = await startRig({ env: { CODEX_COMPANION_CODEX: codex } });

  const answers = await Promise.all(Array.from({ length: 8 }, () => rig.run(['task', 'say hello'])));

  for (const { code, stderr } of answers) {
    expect({ code, stderr }).toMatchObject({ code: 5, stderr: expect.stringContaining('cannot find my libraries') });
  }
});

test('what an app-server complained of while it started is not quoted as the reason of its end', async () => {
  const { fakeCodex } = await buildDoubles();
  const codex = path.join(tempDir(), 'codex');
  writeFileSync(codex, `#!/bin/sh\necho "could not find bubblewrap" >&2\nexec "${fakeCodex}" "$@"\n`);
  chmodSync(codex, 0o755);
  const rig = await startRig({ env: { CODEX_COMPANION_CODEX: codex } });

  const silent = await rig.run(['task', 'FAKE:crash']);
  const saying = await rig.run(['task', fakePrompt({ do: 'stderr', text: 'last words\n' }, { do: 'crash' })]);

  expect(silent.stderr).toMatch(
    /failed \(app_server_exited\): The Codex app-server \(pid \d+\) was killed by SIGKILL$/mu,
  );
  expect(saying.stderr).toMatch(/was killed by SIGKILL; its stderr ended with: last words$/mu);
});
