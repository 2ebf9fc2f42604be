import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { writeCodexHome } from '../../tests/support/codex-home.ts';
import { startModelStub } from '../../tests/support/model-stub/server.ts';
import { stubPrompt } from '../../tests/support/model-stub/steps.ts';
import { makeTempDir } from '../../tests/support/temp.ts';
import { crash } from './crash.ts';
import { Stage, say } from './stage.ts';

const [project = '.', ...words] = process.argv.slice(2);
const startedAtMs = performance.now();
// Codex complains about a home below /tmp.
const root = makeTempDir(existsSync('/var/tmp') ? '/var/tmp' : undefined);
try {
  process.exitCode = words.length === 0 ? await showAll() : await showPrompt(words.join(' '));
} finally {
  root.remove();
}

/** The whole tour, on the real Codex with a scripted model behind it. */
async function showAll(): Promise<number> {
  const stub = await startModelStub();
  const stage = new Stage(project, root.path, { ...process.env, ...stubbedCodex(stub.port) });
  try {
    console.log('codex-companion runs jobs on the real "codex app-server". Behind it, for this demo, answers a');
    console.log(`scripted model on 127.0.0.1:${stub.port}: no login and no network are needed.`);
    console.log('What follows "STUB" in a prompt is the script of that model.');
    await foreground(stage);
    await background(stage);
    await crash(stage);
    return await leaveNothing(stage, '4. The end.');
  } finally {
    await stub.close();
  }
}

/** One prompt of the user's own, with the user's own Codex login when there is one. */
async function showPrompt(prompt: string): Promise<number> {
  const home = process.env['CODEX_HOME'] || path.join(homedir(), '.codex');
  const loggedIn = existsSync(path.join(home, 'auth.json')) || Boolean(process.env['OPENAI_API_KEY']);
  const stub = loggedIn ? null : await startModelStub();
  const env = stub === null ? {} : stubbedCodex(stub.port);
  if (stub !== null) say(`No Codex login in "${home}": a scripted model answers instead.`);
  const stage = new Stage(project, root.path, { CODEX_COMPANION_CODEX: installedCodex(), ...process.env, ...env });
  try {
    await stage.show('task', prompt);
    return await leaveNothing(stage, 'The end.');
  } finally {
    await stub?.close();
  }
}

async function foreground(stage: Stage): Promise<void> {
  say('1. A task in the foreground. Progress goes to stderr, the answer to stdout.');
  const prompt = stubPrompt(
    { do: 'exec', cmd: 'echo "three files, one of them a test"', say: 'I will look around first.' },
    { do: 'reason', summary: ['**Weighing it**\n\nThe test covers the change.'], text: 'The change is sound.' },
  );
  await stage.show('task', `Is this change sound? ${prompt}`);
}

async function background(stage: Stage): Promise<void> {
  say('2. Two tasks in the background, at once, on one app-server.');
  const slow = stubPrompt({ do: 'exec', cmd: 'sleep 2; echo done' }, { do: 'final', text: 'The first answer.' });
  const quick = stubPrompt({ do: 'stream', text: 'The second answer.', seconds: 2 });
  const first = await accepted(stage, `First job. ${slow}`);
  const second = await accepted(stage, `Second job. ${quick}`);
  await stage.show('status');
  say('The log of the first one, as it is written, until the job ends:');
  await stage.show('logs', first, '-f');
  await stage.show('wait', first, second);
  await stage.show('result', first);
  await stage.show('result', second);
}

async function accepted(stage: Stage, prompt: string): Promise<string> {
  console.log(`\n$ codex-companion task --background '${prompt.slice(0, 10)} ...'`);
  const answer: unknown = JSON.parse(await stage.read('task', '--background', '--json', prompt));
  const { jobId, title } = Object(answer);
  console.log(`${title} started in the background as ${jobId}.`);
  return String(jobId);
}

async function leaveNothing(stage: Stage, heading: string): Promise<number> {
  say(`${heading} The broker would leave by itself when nobody uses it; here it is asked to.`);
  await stage.show('broker', 'stop');
  const processes = stage.processes();
  const sockets = stage.sockets().length;
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`\n${processes} processes, ${sockets} sockets left behind (measured; the demo took ${seconds} s)`);
  return processes + sockets === 0 ? 0 : 1;
}

function stubbedCodex(port: number): Record<string, string> {
  const home = path.join(root.path, 'codex-home');
  mkdirSync(home, { recursive: true });
  return { HOME: root.path, ...writeCodexHome(home, { port }), CODEX_COMPANION_CODEX: installedCodex() };
}

/** The development dependency, by npm's own link. */
function installedCodex(): string {
  return path.join(project, 'node_modules', '.bin', 'codex');
}
