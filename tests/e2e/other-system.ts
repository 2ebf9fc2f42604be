import { chmodSync, copyFileSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { windowsProgram } from '../../src/util/windows-program.ts';
import { npmShim } from '../config/shims.ts';
import { buildDoubles } from '../support/build-doubles.ts';
import { type Rig, startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';

/** The rig of a product that believes it runs on another system, as far as one can be had here. */
export interface OtherSystem {
  readonly rig: Rig;
}

export interface Windows extends OtherSystem {
  /** What its own programs were started with, a line each. */
  asked(): string[];
  /** That of Codex, which Node runs. */
  readonly script: string;
}

const PRELOAD = new URL('./fixtures/other-system.cjs', import.meta.url).pathname;

/** Of a process: when it was started, in a number of as many digits as ticks have. */
const POWERSHELL = `#!/bin/sh
pid=$(printf %s "$*" | sed 's/.*-Id \\([0-9]*\\).*/\\1/')
echo "powershell $pid" >> "\${0%/*}/asked"
started=$(sed 's/.*) //' "/proc/$pid/stat" | cut -d' ' -f20)
printf 'R 6389%014d\\r\\n' "$started"
`;

const TASKKILL = `#!/bin/sh
echo "taskkill $*" >> "\${0%/*}/asked"
tree() {
  for child in $(cat "/proc/$1/task/$1/children"); do tree "$child"; done
  kill -9 "$1"
}
[ "$1 $2 $3" = '/T /F /PID' ] && tree "$4"
`;

export async function startMacOS(): Promise<OtherSystem> {
  return { rig: await startRig({ env: { NODE_OPTIONS: `--require ${PRELOAD}`, OTHER_SYSTEM: 'darwin' } }) };
}

/** Windows' programs are scripts under the names that they have there, and Codex is behind npm's `codex.cmd`. */
export async function startWindows(): Promise<Windows> {
  const base = realpathSync(tempDir());
  const script = await codexOfNpm(base);
  executable(path.join(base, windowsProgram('powershell')), POWERSHELL);
  executable(path.join(base, windowsProgram('taskkill')), TASKKILL);
  const env = {
    NODE_OPTIONS: `--require ${PRELOAD}`,
    OTHER_SYSTEM: 'win32',
    PATH: `${base}:${process.env['PATH']}`,
    // As people write it.
    CODEX_COMPANION_CODEX: path.join(base, 'codex'),
  };
  const asked = () => readFileSync(path.join(base, 'asked'), 'utf8').trim().split('\n');
  return { rig: await startRig({ env }), asked, script };
}

/** npm's package, without a native program. @returns its script. */
async function codexOfNpm(base: string): Promise<string> {
  const script = path.join(base, 'node_modules/@openai/codex/bin/codex.js');
  mkdirSync(path.dirname(script), { recursive: true });
  copyFileSync((await buildDoubles()).fakeCodex, script);
  writeFileSync(path.join(base, 'node_modules/@openai/codex/package.json'), '{"name":"@openai/codex"}');
  executable(path.join(base, 'codex.cmd'), npmShim('node_modules\\@openai\\codex\\bin\\codex.js'));
  executable(path.join(base, 'codex'), '#!/bin/sh\nexit 9\n');
  return script;
}

function executable(file: string, content: string): void {
  writeFileSync(file, content);
  chmodSync(file, 0o755);
}
