import { App } from './app.ts';
import { Journal } from './journal.ts';
import { Server } from './server.ts';
import { settingsFrom } from './settings.ts';
import { VERSION } from './version.ts';
import { Wire } from './wire.ts';

const SHOWN = new Set(['PATH', 'HOME', 'TMPDIR']);
const settings = settingsFrom(process.env);
const journal = new Journal(settings.journalFile);
main(process.argv.slice(2));

function main(args: readonly string[]): void {
  journal.note({ kind: 'started', argv: [...args], cwd: process.cwd(), env: telling(process.env) });
  if (args.includes('--version')) console.log(`codex-cli ${VERSION}`);
  else if (args.includes('app-server') && args.includes('--help')) console.log('Usage: codex app-server [OPTIONS]');
  else if (args.includes('app-server')) void serve();
  else refuse(args);
}

async function serve(): Promise<void> {
  const start = settings.start();
  if (start.kind === 'exit') {
    process.stderr.write(`fake-codex: told to exit with ${start.code}\n`);
    process.exit(start.code);
  }
  const app = new App(settings, new Wire(process.stdout), journal);
  process.on('SIGTERM', (signal) => {
    journal.note({ kind: 'signalled', signal });
    if (!app.deaf) process.exit(0);
  });
  await new Server(app).serve(process.stdin);
  journal.note({ kind: 'stdinClosed' });
  if (!app.deaf) process.exit(0);
}

function refuse(args: readonly string[]): void {
  process.stderr.write(`fake-codex: cannot run "${args.join(' ')}": only --version and app-server exist\n`);
  process.exitCode = 2;
}

function telling(env: NodeJS.ProcessEnv): Record<string, string> {
  const wanted = Object.entries(env).filter(([name]) => name.includes('CODEX') || SHOWN.has(name));
  return Object.fromEntries(wanted.map(([name, value]) => [name, value ?? '']));
}
