import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Ran, run, said } from './run.ts';
import type { Stage } from './stage.ts';
import { expectThat, type Steps } from './steps.ts';

/** A text that a shell would make something of, were it ever to see it. */
const NASTY = `it's "$(touch /tmp/never)" \`id\` \\ ; & | > $HOME !! --write\n\nsecond paragraph`;

/** Runs lines as the Bash tool does: `bash -c`, with the plugin's bin/ at the end of PATH. */
export class Shell {
  readonly #stage: Stage;
  readonly #plugin: string;

  constructor(stage: Stage, plugin: string) {
    this.#stage = stage;
    this.#plugin = plugin;
  }

  run(line: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const PATH = `${this.#stage.env['PATH']}${path.delimiter}${path.join(this.#plugin, 'bin')}`;
    const whole = { ...this.#stage.env, PATH, ...env };
    return run('bash', ['-c', line], { cwd: this.#stage.workspace, env: whole });
  }

  async runWell(line: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const ran = await this.run(line, env);
    expectThat(ran.code === 0, `"${line}" to end with 0`, `${ran.code}: ${said(ran)}`);
    return ran;
  }
}

/** The lines that commands, agent and skills have Claude run, in the copy that the host has made. */
export async function checkShellLines(stage: Stage, plugin: string, steps: Steps): Promise<void> {
  const shell = new Shell(stage, plugin);
  await steps.check('codex-companion is found on PATH, and is this version', async () => {
    const { stdout } = await shell.runWell('command -v codex-companion && codex-companion --version');
    expectThat(stdout.startsWith(path.join(plugin, 'bin')), `a path in "${plugin}"`, stdout);
    return stdout.split('\n')[1] ?? '';
  });
  await steps.check('codex-companion setup --json: ready', async () => {
    const report = JSON.parse((await shell.runWell('codex-companion setup --json')).stdout);
    expectThat(report.ready === true, '"ready": true', report);
    return report.auth.detail;
  });
  let job = '';
  await steps.check('codex-companion task, with its prompt on standard input', async () => {
    const word = (await shell.runWell('mktemp -u REQUEST_XXXXXXXXXXXXXXXX')).stdout.trim();
    const line = `codex-companion task --write --json --prompt-file - <<'${word}'\n${NASTY}\n${word}`;
    const answer = JSON.parse((await shell.runWell(line)).stdout);
    expectThat(answer.rawOutput === 'fake answer', 'the answer of the fake Codex', answer);
    job = answer.jobId;
    return `${job}: ${answer.rawOutput}`;
  });
  await steps.check('the prompt arrived as it was', () => {
    const prompts = stage.prompts();
    expectThat(prompts.includes(`${NASTY}\n`), 'the text as it was', prompts);
    expectThat(!existsSync('/tmp/never'), 'no "/tmp/never"', 'it');
    return 'quotes, backticks and dollars are where they were';
  });
  await steps.check('codex-companion status, result and logs of that job', async () => {
    for (const line of [`status ${job}`, `result ${job}`, `logs ${job} -n 60`, 'status']) {
      const { stdout } = await shell.runWell(`codex-companion ${line}`);
      expectThat(stdout.trim() !== '', `output of "${line}"`, stdout);
    }
    return (await shell.runWell(`codex-companion result ${job}`)).stdout;
  });
  await steps.check('codex-companion task --background, wait, result', async () => {
    const { stdout } = await shell.runWell('codex-companion task --background --json say hello');
    const { jobId } = JSON.parse(stdout);
    await shell.runWell(`codex-companion wait ${jobId}`);
    return (await shell.runWell(`codex-companion result ${jobId}`)).stdout;
  });
  await steps.check('codex-companion review --background, wait, result', async () => {
    const { stdout } = await shell.runWell('codex-companion review --background --json');
    const { jobId } = JSON.parse(stdout);
    await shell.runWell(`codex-companion wait ${jobId}`);
    return (await shell.runWell(`codex-companion result ${jobId}`)).stdout;
  });
  await steps.check('codex-companion adversarial-review --wait, with its focus on standard input', async () => {
    const line = `codex-companion adversarial-review --wait --prompt-file - <<'WORD'\n${NASTY}\nWORD`;
    const { stdout } = await shell.runWell(line);
    const prompts = stage.prompts();
    expectThat(
      prompts.some((prompt) => prompt.includes(NASTY)),
      'a prompt with the focus as it was',
      prompts,
    );
    return stdout;
  });
}

/** What is left of a plugin whose packages the host has not installed, or not completely. */
export async function checkPartialInstall(stage: Stage, plugin: string, what: string, steps: Steps): Promise<void> {
  const shell = new Shell(stage, plugin);
  const packages = path.join(plugin, 'node_modules');
  const remedy = `"npm ci --ignore-scripts" in "${plugin}"`;
  const uninstall = () => rmSync(packages, { recursive: true, force: true });
  await shell.run('codex-companion broker stop');
  uninstall();
  await steps.check(`${what}: status works, task names the remedy in one line`, async () => {
    await shell.runWell('codex-companion status');
    const { code, stderr } = await shell.run('codex-companion task say hello');
    expectThat(code === 4, 'exit status 4', code);
    expectThat(stderr.endsWith(`(run ${remedy})\n`) && stderr.indexOf('\n') === stderr.length - 1, remedy, stderr);
    return stderr;
  });
  await steps.check(`${what}: the remedy is one`, async () => {
    await shell.runWell(`cd '${plugin}' && npm ci --ignore-scripts`);
    return (await shell.runWell('codex-companion task say hello')).stdout;
  });
  await shell.run('codex-companion broker stop');
  uninstall();
  await steps.check(`${what}: setup installs them`, async () => {
    const report = JSON.parse((await shell.runWell('codex-companion setup --json')).stdout);
    expectThat(report.ready && report.packages.available, '"ready" and "packages.available"', report);
    return (await shell.runWell('codex-companion task say hello')).stdout;
  });
}
