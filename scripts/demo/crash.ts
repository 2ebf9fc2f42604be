import { once } from 'node:events';
import { stubPrompt } from '../../tests/support/model-stub/steps.ts';
import { type Stage, say } from './stage.ts';

interface Seen {
  readonly seq: number;
  readonly at: string;
  readonly event: { readonly type: string; readonly reason?: string; readonly message?: string };
}

/** Kills the app-server in the middle of a turn, and shows who hears of it, and how fast. */
export async function crash(stage: Stage): Promise<void> {
  say('3. The app-server is killed (SIGKILL) in the middle of a turn. A subscriber of the bus listens.');
  const heard: Seen[] = [];
  const turnStarted = gate();
  const since = String(await lastSeq(stage));
  const subscriber = stage.watch(['events', '-f', '--since', since, '--json'], (line) => {
    const envelope: Seen = JSON.parse(line);
    heard.push(envelope);
    if (envelope.event.type === 'job.turnStarted') turnStarted.open();
  });
  const left = once(subscriber, 'close');
  const task = stage.begin(
    'task',
    `A long job. ${stubPrompt({ do: 'stream', text: 'word '.repeat(50), seconds: 30 })}`,
  );
  await turnStarted.opened;
  const { appServer, brokerId } = JSON.parse(await stage.read('broker', 'status', '--json'));
  const killedAtMs = Date.now();
  process.kill(appServer.pid, 'SIGKILL');
  console.log(`\n   kill -9 ${appServer.pid}      (the app-server of ${brokerId})`);
  const exitStatus = await task.ended;
  await left;
  say('What the bus said, and how long after the kill:');
  for (const { at, event } of heard.filter((seen) => Date.parse(seen.at) >= killedAtMs)) {
    const reason = event.reason === undefined ? '' : ` (${event.reason})`;
    console.log(`   ${String(Date.parse(at) - killedAtMs).padStart(4)} ms  ${event.type}${reason}`);
  }
  console.log(`\nThe waiting command ended with exit status ${exitStatus}. Sockets left: ${stage.sockets().length}.`);
  say('The next task needs nobody to clean up: it gets a fresh broker.');
  await stage.show('task', 'STUB:hello');
  const next = JSON.parse(await stage.read('broker', 'status', '--json'));
  console.log(`\n${brokerId} is gone, ${next.brokerId} serves (app-server pid ${next.appServer.pid}).`);
}

async function lastSeq(stage: Stage): Promise<number> {
  const lines = (await stage.read('events', '--json')).trim().split('\n');
  const last: Seen = JSON.parse(lines.at(-1) ?? '{"seq":0}');
  return last.seq;
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
