import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AppServerProcess } from '../../../src/broker/child/process.ts';
import { tempDir } from '../../support/temp.ts';

const SAYS_ITS_ARGUMENTS = 'console.log(process.argv.slice(2).join(" ")); process.stdin.resume()';

test('a Codex that is a script is started by its command, the script before its own arguments', async () => {
  const cwd = tempDir();
  const script = path.join(cwd, 'codex.js');
  writeFileSync(script, SAYS_ITS_ARGUMENTS);
  const codex = { path: script, command: process.execPath, script: [script], environment: {}, fingerprint: '' };

  const appServer = await AppServerProcess.start({ codex, cwd, environment: {} });
  const [said] = await once(appServer.stdout, 'data');

  expect(appServer.command).toBe(`${process.execPath} ${script}`);
  expect(String(said)).toMatch(/^app-server -c /u);
  expect(await appServer.end()).toBe(true);
  expect(await appServer.exited).toEqual({ code: 0, signal: null });
});
