import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Ran, run, said } from './run.ts';
import { Shell } from './shell.ts';
import type { Stage } from './stage.ts';
import { expectThat, type Steps } from './steps.ts';

interface Hook {
  readonly command: string;
  readonly args: readonly string[];
  /** Seconds. */
  readonly timeout: number;
}

/** Runs the hooks of hooks.json as the host does: no shell, its JSON on standard input, killed when their time is over. */
export async function checkHooks(stage: Stage, plugin: string, steps: Steps): Promise<void> {
  const envFile = path.join(stage.folder('session'), 'env');
  const call = (event: string, input: object) =>
    callHook(stage, plugin, event, { ...input, session_id: SESSION }, envFile);
  await steps.check('SessionStart exports what the Bash tool needs', async () => {
    const { stdout, ms } = await call('SessionStart', { source: 'startup', transcript_path: '/t/s.jsonl' });
    expectThat(stdout === '', 'no output', stdout);
    const exported = existsSync(envFile) ? readFileSync(envFile, 'utf8') : '';
    expectThat(exported.includes(`export CODEX_COMPANION_SESSION_ID='${SESSION}'`), 'the id of the session', exported);
    return `${exported.split('\n').length - 1} exports, ${ms} ms`;
  });
  await steps.check('UserPromptSubmit tells of results that nobody has read, once', async () => {
    const shell = new Shell(stage, plugin);
    const env = { CODEX_COMPANION_SESSION_ID: SESSION };
    const { jobId } = JSON.parse(
      (await shell.runWell('codex-companion task --background --json say hello', env)).stdout,
    );
    await untilEnded(shell, jobId);
    const { stdout, ms } = await call('UserPromptSubmit', { prompt: 'go on' });
    expectThat(stdout.includes(jobId), `a word of ${jobId}`, stdout);
    const again = await call('UserPromptSubmit', { prompt: 'go on' });
    expectThat(!again.stdout.includes(jobId), 'nothing more of it', again.stdout);
    return `${ms} ms`;
  });
  await steps.check('Stop lets the turn end while the gate is off', async () => {
    const { stdout, ms } = await call('Stop', { stop_hook_active: false, last_assistant_message: 'done' });
    expectThat(stdout === '', 'no output', stdout);
    return `${ms} ms`;
  });
  await steps.check("SessionEnd is back within the host's 1.5 s", async () => {
    const { ms } = await call('SessionEnd', { reason: 'exit' });
    expectThat(ms < 1_500, 'less than 1500 ms', ms);
    return `${ms} ms`;
  });
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: the host's own placeholder.
const ROOT = '${CLAUDE_PLUGIN_ROOT}';

const SESSION = 'session-of-the-test';

async function callHook(stage: Stage, plugin: string, event: string, input: object, envFile: string): Promise<Ran> {
  const { hooks } = JSON.parse(readFileSync(path.join(plugin, 'hooks', 'hooks.json'), 'utf8'));
  const { command, args, timeout }: Hook = hooks[event][0].hooks[0];
  const ran = await run(
    command,
    args.map((arg) => arg.replaceAll(ROOT, plugin)),
    {
      cwd: stage.workspace,
      env: {
        ...stage.env,
        CLAUDE_PLUGIN_ROOT: plugin,
        CLAUDE_PLUGIN_DATA: stage.folder('plugin-data'),
        CLAUDE_PROJECT_DIR: stage.workspace,
        CLAUDE_ENV_FILE: envFile,
      },
      input: JSON.stringify({ hook_event_name: event, cwd: stage.workspace, ...input }),
      limitMs: timeout * 1_000,
    },
  );
  expectThat(ran.code === 0, `${event} to end with 0`, `${ran.code}: ${said(ran)}`);
  return ran;
}

/** By the record: to wait for a job, or to ask for it, is to hear of its end. */
async function untilEnded(shell: Shell, jobId: string): Promise<void> {
  const endAt = performance.now() + 20_000;
  for (;;) {
    const { stdout } = await shell.runWell('codex-companion status --all --json');
    const { running } = JSON.parse(stdout);
    if (!running.some(({ id }: { id: string }) => id === jobId)) return;
    if (performance.now() > endAt) throw new Error(`${jobId} does not end`);
  }
}
