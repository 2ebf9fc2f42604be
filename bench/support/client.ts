import { EventSubscriber } from '../../src/bus/subscriber.ts';
import { type ClientContext, clientContext } from '../../src/client/context.ts';
import type { ControlClient } from '../../src/client/control-client.ts';
import { jobSpec } from '../../src/client/job-spec.ts';
import { READ_ONLY } from '../../src/client/permissions.ts';
import { loadWorkspace } from '../../src/config/config.ts';
import type { Envelope } from '../../src/contract/event.ts';
import type { JobSpec } from '../../src/contract/job.ts';
import { CLI, type Rig } from '../../tests/support/rig.ts';

/** What the product's own commands work with, in this process: for jobs whose clients are not what is measured. */
export function clientOf(rig: Rig): ClientContext {
  const { config, workspace } = loadWorkspace(rig.workspace, rig.env);
  return clientContext({ config, workspace, program: CLI, warn: (sentence) => console.error(sentence) });
}

export function taskOf(context: ClientContext, prompt: string): JobSpec {
  const parts = { kind: 'task', title: 'Codex Task', summary: 'bench', prompt, permissions: READ_ONLY } as const;
  return jobSpec(context, parts, { background: true });
}

/** To every event of the broker that this is connected to. */
export function subscribe(client: ControlClient): Promise<EventSubscriber> {
  return EventSubscriber.connect(client.hello.events, { topics: [''], streams: 'all' });
}

/** Calls `onEvent` with each event until the subscription ends. */
export async function listen(subscriber: EventSubscriber, onEvent: (envelope: Envelope) => void): Promise<void> {
  for await (const item of subscriber) if (item.kind === 'event') onEvent(item.envelope);
}
