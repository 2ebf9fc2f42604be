import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { App } from '../app.ts';
import { type Call, Refusal } from '../call.ts';
import type { ImportKind } from '../settings.ts';
import { behave } from './behave.ts';

const ImportSchema = v.looseObject({
  migrationItems: v.array(
    v.looseObject({
      itemType: v.literal('SESSIONS'),
      details: v.looseObject({
        sessions: v.array(v.looseObject({ path: v.string(), cwd: v.string(), title: v.nullish(v.string(), null) })),
      }),
    }),
  ),
});
type Session = v.InferOutput<typeof ImportSchema>['migrationItems'][number]['details']['sessions'][number];

const LedgerSchema = v.looseObject({
  records: v.array(
    v.looseObject({ source_path: v.string(), content_sha256: v.string(), imported_thread_id: v.string() }),
  ),
});
type Ledger = v.InferOutput<typeof LedgerSchema>;

/** What one transcript came to. Nothing: it was imported before, and has not changed. */
type Outcome = { readonly success: object } | { readonly failure: object } | null;

/** Answers, then imports, then tells. An unchanged transcript is no failure, and there is nothing to tell of it. */
export async function externalAgentConfigImport(app: App, call: Call): Promise<void> {
  const { migrationItems } = call.params(ImportSchema);
  const choice = app.settings.importSessions();
  if (choice.kind !== 'chosen' && !(await behave(app, 'externalAgentConfig/import', choice))) return;
  const how: ImportKind = choice.kind === 'chosen' ? choice.word : 'recorded';
  const importId = randomUUID();
  if (how !== 'early') call.reply(how === 'bare' ? {} : { importId });
  if (how === 'unfinished') return;
  const sessions = migrationItems.flatMap((item) => item.details.sessions);
  const outcomes = how === 'unrecorded' ? [] : sessions.map((session) => imported(app, session));
  tell(app, how, importId, outcomes);
  if (how === 'early') call.reply({ importId });
}

function tell({ wire }: App, how: ImportKind, importId: string, outcomes: readonly Outcome[]): void {
  const method = (verb: string) => `externalAgentConfig/import/${verb}`;
  if (how === 'bare') {
    wire.notify(method('completed'), {});
    return;
  }
  const itemTypeResults = [
    {
      itemType: 'SESSIONS',
      successes: outcomes.flatMap((outcome) => (outcome !== null && 'success' in outcome ? [outcome.success] : [])),
      failures: outcomes.flatMap((outcome) => (outcome !== null && 'failure' in outcome ? [outcome.failure] : [])),
    },
  ];
  wire.notify(method('progress'), {
    importId,
    itemTypeResults: [{ itemType: 'SESSIONS', successes: [], failures: [] }],
  });
  wire.notify(method('progress'), { importId, itemTypeResults });
  wire.notify(method('completed'), { importId, itemTypeResults });
}

function imported(app: App, { path: source, cwd, title }: Session): Outcome {
  if (!isDetected(app, source)) {
    const message = `external agent session was not detected for import: ${source}`;
    return { failure: { itemType: 'SESSIONS', failureStage: 'session_missing', message, source } };
  }
  const ledger = readLedger(app);
  const known = ledger.records.find((record) => record.source_path === source);
  const content_sha256 = createHash('sha256').update(readFileSync(source)).digest('hex');
  if (known?.content_sha256 === content_sha256) return null;
  const threadId = known?.imported_thread_id ?? openThread(app, cwd);
  const record = {
    source_path: source,
    content_sha256,
    imported_thread_id: threadId,
    imported_at: Math.floor(Date.now() / 1000),
    source_modified_at: Math.floor(statSync(source).mtimeMs * 1e6),
    connector_names: [],
    title,
  };
  const others = ledger.records.filter((other) => other !== known);
  writeLedger(app, { ...ledger, records: [...others, record] });
  return { success: { itemType: 'SESSIONS', cwd, source, target: threadId, title } };
}

/** A transcript of Claude Code that lies where those lie. */
function isDetected(app: App, source: string): boolean {
  try {
    const projects = realpathSync(path.join(app.settings.home, '.claude', 'projects'));
    return realpathSync(source).startsWith(projects + path.sep);
  } catch {
    return false;
  }
}

function openThread(app: App, cwd: string): string {
  const thread = app.threads.open({ cwd, model: 'fake-model', ephemeral: false });
  thread.updatedAt = Date.now();
  app.threads.save(thread);
  return thread.id;
}

function readLedger(app: App): Ledger {
  try {
    return v.parse(LedgerSchema, JSON.parse(readFileSync(ledgerFile(app), 'utf8')));
  } catch {
    return { records: [] };
  }
}

function writeLedger(app: App, ledger: Ledger): void {
  mkdirSync(path.dirname(ledgerFile(app)), { recursive: true });
  writeFileSync(ledgerFile(app), JSON.stringify({ ...ledger, detected_connector_records: [] }, null, 2));
}

function ledgerFile({ settings }: App): string {
  if (settings.codexHome === undefined) throw new Refusal('fake: an import needs CODEX_HOME');
  return path.join(settings.codexHome, 'external_agent_session_imports.json');
}
