import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../tests/support/codex-package.ts';
import { closeTerminal, startTerminal } from '../../tests/support/tmux.ts';
import { PAINTED_PROMPT, playSession } from './session.ts';
import { openStage, type Stage } from './stage.ts';
import { terminalSvg } from './svg.ts';

const COLUMNS = 110;
const ROWS = 60;
const TITLE =
  'A terminal: a job in the background and one in the foreground, the app-server is killed, the job has failed and runs again';

const stage = await openStage();
try {
  const file = path.join(PROJECT_ROOT, 'docs', 'terminal.svg');
  writeFileSync(file, terminalSvg(await lastScreen(stage), COLUMNS, TITLE));
  console.log(`Written: ${file}`);
} finally {
  await stage.close();
}

/** The last screen of the session, with its colours. */
async function lastScreen(stage: Stage): Promise<string[]> {
  const { project: cwd, env } = stage;
  const socket = path.join(stage.home, 'tmux');
  try {
    const terminal = await startTerminal(socket, { columns: COLUMNS, rows: ROWS, cwd, env, prompt: PAINTED_PROMPT });
    await playSession(terminal, stage);
    return terminal.paintedLines();
  } finally {
    closeTerminal(socket);
  }
}
