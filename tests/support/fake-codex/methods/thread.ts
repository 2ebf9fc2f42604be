import * as v from 'valibot';
import type { App } from '../app.ts';
import { type Call, Refusal } from '../call.ts';
import type { Thread } from '../thread.ts';
import { delay } from './behave.ts';

const Options = {
  cwd: v.nullish(v.string()),
  model: v.nullish(v.string()),
  approvalPolicy: v.nullish(v.string()),
  sandbox: v.nullish(v.picklist(['read-only', 'workspace-write', 'danger-full-access'])),
};
const StartSchema = v.looseObject({ ...Options, ephemeral: v.nullish(v.boolean()) });
const OfThreadSchema = v.looseObject({ threadId: v.string() });
const ResumeSchema = v.looseObject({ ...Options, threadId: v.string() });
const NameSchema = v.looseObject({ threadId: v.string(), name: v.string() });

export async function threadStart(app: App, call: Call): Promise<void> {
  const params = call.params(StartSchema);
  const behaviour = app.settings.threadStart();
  if (app.threadStartSilent || behaviour.kind === 'never') return;
  if (behaviour.kind === 'error') throw new Refusal('fake: told not to start a thread', behaviour.code);
  await delay(behaviour);
  const thread = app.threads.open({
    cwd: params.cwd ?? process.cwd(),
    model: params.model ?? 'fake-model',
    ephemeral: params.ephemeral ?? false,
  });
  call.reply(opened(thread, params));
  app.wire.notify('thread/started', { thread: thread.describe() });
}

export function threadResume(app: App, call: Call): void {
  const params = call.params(ResumeSchema);
  const thread = app.threads.resume(params.threadId);
  if (thread === undefined) throw new Refusal(`no rollout found for thread id ${params.threadId}`);
  call.reply(opened(thread, params));
}

export function threadNameSet(app: App, call: Call): void {
  const { threadId, name } = call.params(NameSchema);
  const thread = app.threads.get(threadId);
  if (thread === undefined || thread.ephemeral) throw new Refusal(`no rollout found for thread id ${threadId}`);
  thread.name = name;
  app.threads.save(thread);
  call.reply({});
}

/** Unloads an idle thread at once; the real server waits a minute. */
export function threadUnsubscribe(app: App, call: Call): void {
  const { threadId } = call.params(OfThreadSchema);
  call.reply({ status: app.threads.unload(threadId) ? 'unsubscribed' : 'notLoaded' });
}

export function threadLoadedList(app: App, call: Call): void {
  call.reply({ data: app.threads.ids(), nextCursor: null });
}

export function backgroundTerminalsClean(app: App, call: Call): void {
  const method = 'thread/backgroundTerminals/clean';
  if (!app.experimental) throw new Refusal(`${method} requires experimentalApi capability`);
  const { threadId } = call.params(OfThreadSchema);
  const thread = app.threads.get(threadId);
  if (thread === undefined) throw new Refusal(`thread not found: ${threadId}`);
  call.reply({});
  for (const command of thread.openCommands) command.end();
  thread.openCommands.clear();
}

const SANDBOXES = {
  'read-only': { type: 'readOnly', networkAccess: false },
  'workspace-write': { type: 'workspaceWrite', networkAccess: false },
  'danger-full-access': { type: 'dangerFullAccess' },
} as const;

function opened(thread: Thread, params: v.InferOutput<typeof StartSchema>): object {
  return {
    thread: thread.describe(),
    model: params.model ?? thread.model,
    modelProvider: 'fake',
    serviceTier: null,
    cwd: thread.cwd,
    approvalPolicy: params.approvalPolicy ?? 'on-request',
    sandbox: SANDBOXES[params.sandbox ?? 'read-only'],
    reasoningEffort: null,
  };
}
