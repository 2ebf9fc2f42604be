import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AppServerClient } from '../support/app-server-client.ts';
import { buildDoubles } from '../support/build-doubles.ts';
import { writeCodexHome } from '../support/codex-home.ts';
import { codexPackage } from '../support/codex-package.ts';
import { startModelStub } from '../support/model-stub/server.ts';
import { spawnCaptured } from '../support/process.ts';
import { tempDir } from '../support/temp.ts';
import { growTranscript, writeTranscript } from '../support/transcript-of-claude.ts';

const BOTH = ['fake', 'real'] as const;

describe('a review', () => {
  test.each(BOTH)('goes by one id, and by another one that an interrupt has to name (%s codex)', async (which) => {
    const { client, cwd } = await startCodex(which, { FAKE_CODEX_REVIEW: 'FAKE:hang' });
    const threadId = await client.startThread({ cwd, model: 'gpt-5.5' });
    const answer = await client.request('review/start', { threadId, target: { type: 'uncommittedChanges' } });
    const turnId = idOfTurn(answer);
    const [started] = await client.seen('turn/started');

    expect(answer).toMatchObject({ reviewThreadId: threadId, turn: { rootTurnId: null, status: 'inProgress' } });
    expect(started).toMatchObject({ threadId, turn: { rootTurnId: turnId } });
    expect(idOfTurn(started)).not.toBe(turnId);
    if (which === 'real') return;
    expect(await client.exchange('turn/interrupt', { threadId, turnId })).toMatchObject({
      error: { code: -32600, message: `expected active turn id ${turnId} but found ${idOfTurn(started)}` },
    });
    await client.request('turn/interrupt', { threadId, turnId: idOfTurn(started) });
    expect(await client.turnEnd(turnId)).toMatchObject({ status: 'interrupted' });
    expect(client.items('completed').at(-2)).toMatchObject({ review: 'Reviewer failed to output a response.' });
  });

  test.each(BOTH)('has the same items in the same order, and ends with its first id (%s codex)', async (which) => {
    const { client, cwd } = await startCodex(which);
    const threadId = await client.startThread({ cwd, model: 'gpt-5.5' });
    const target = { type: 'uncommittedChanges' };
    const turnId = idOfTurn(await client.request('review/start', { threadId, target }));
    const end = await client.turnEnd(turnId, 10_000);

    const seen = client.messages.flatMap(({ method, params }) => {
      const { item, turnId: of } = params;
      return method?.startsWith('item/') && of === turnId && !method.endsWith('/delta')
        ? [`${method} ${typeOf(item)}`]
        : [];
    });
    expect(seen).toEqual([
      ...['item/started enteredReviewMode', 'item/completed enteredReviewMode'],
      ...['item/started userMessage', 'item/completed userMessage'],
      'item/started agentMessage',
      ...['item/started exitedReviewMode', 'item/completed exitedReviewMode'],
      ...['item/started agentMessage', 'item/completed agentMessage'],
    ]);
    expect(client.items('completed')[0]).toMatchObject({ review: 'current changes' });
    const exited = client.items('completed').find((item) => item.type === 'exitedReviewMode');
    expect(end).toMatchObject({ status: 'completed', items: [{ type: 'agentMessage', text: exited?.['review'] }] });
  });

  test('plays the script of the environment, and fails with it', async () => {
    const { client, cwd } = await startCodex('fake', {
      FAKE_CODEX_REVIEW: 'FAKE{"do":[{"do":"command","command":"git diff"},{"do":"fail","message":"no model"}]}',
    });
    const threadId = await client.startThread({ cwd });
    const target = { type: 'uncommittedChanges' };
    const turnId = idOfTurn(await client.request('review/start', { threadId, target }));
    expect(await client.turnEnd(turnId)).toMatchObject({ status: 'failed', error: { message: 'no model' } });
    expect(client.items('completed').map(({ type }) => type)).toContain('commandExecution');
  });
});

describe('an import of a transcript', () => {
  test.each(BOTH)(
    'is told with its thread, and recorded; the same again is a success of nothing (%s codex)',
    async (which) => {
      const { client, cwd, home, codexHome } = await startCodex(which);
      const source = writeTranscript(home);

      const first = await importOf(client, source, cwd, 1);
      const again = await importOf(client, source, cwd, 2);

      const threadId = first.itemTypeResults[0]?.successes[0]?.target;
      expect(first).toMatchObject({
        itemTypeResults: [{ itemType: 'SESSIONS', successes: [{ source }], failures: [] }],
      });
      expect(again).toMatchObject({ itemTypeResults: [{ successes: [], failures: [] }] });
      const content = createHash('sha256').update(readFileSync(source)).digest('hex');
      expect(ledgerIn(codexHome)).toMatchObject({
        records: [{ source_path: source, content_sha256: content, imported_thread_id: threadId }],
      });
      growTranscript(source);
      const grown = await importOf(client, source, cwd, 3);
      expect(grown.itemTypeResults[0]?.successes[0]?.target).toBe(threadId);
      expect(ledgerIn(codexHome)).toMatchObject({ records: [{ imported_thread_id: threadId }] });
    },
  );

  test.each(BOTH)('of a file that is no transcript fails with a message (%s codex)', async (which) => {
    const { client, cwd, home } = await startCodex(which);
    const source = path.join(home, 'elsewhere.jsonl');
    writeFileSync(source, '{}\n');
    expect(await importOf(client, source, cwd, 1)).toMatchObject({
      itemTypeResults: [
        { successes: [], failures: [{ message: `external agent session was not detected for import: ${source}` }] },
      ],
    });
  });
});

describe('the list of threads', () => {
  test.each(BOTH)(
    'has a thread after its first turn, by directory and name, the newest first (%s codex)',
    async (which) => {
      const { client, cwd } = await startCodex(which);
      const other = realpathSync(tempDir());
      const names = ['Codex Companion Task: one', 'Codex Companion Task: two', 'something else'];
      for (const [directory, name] of [...names.map((name) => [cwd, name]), [other, names[0]]]) {
        const threadId = await client.startThread({ cwd: directory });
        await client.request('thread/name/set', { threadId, name });
        expect(await listed(client, { cwd: directory, searchTerm: name })).toEqual([]);
        await client.playTurn(threadId, 'STUB:hello', 10_000);
      }

      const search = { searchTerm: 'Codex Companion Task' };
      expect(await listed(client, { cwd, ...search })).toEqual([names[1], names[0]]);
      expect(await listed(client, { cwd: [cwd, other], ...search, limit: 2 })).toEqual([names[0], names[1]]);
      expect(await listed(client, { cwd, searchTerm: 'codex companion' })).toEqual([]);
      expect(await listed(client, { cwd, sourceKinds: ['appServer'] })).toEqual([]);
      expect(await listed(client, { cwd, sourceKinds: ['vscode'] })).toHaveLength(3);
    },
  );
});

describe('the account', () => {
  test('is who the environment says, with a provider that fits', async () => {
    const { client } = await startCodex('fake');
    expect(await client.request('account/read', {})).toMatchObject({
      account: { type: 'chatgpt', email: 'fake@example.com' },
      requiresOpenaiAuth: true,
    });
    expect(await client.request('config/read', {})).toMatchObject({ config: { model_provider: 'openai' } });

    const { client: local } = await startCodex('fake', { FAKE_CODEX_ACCOUNT: 'provider-no-auth' });
    expect(await local.request('account/read', {})).toEqual({ account: null, requiresOpenaiAuth: false });
    expect(await local.request('config/read', {})).toMatchObject({
      config: { model_provider: 'fake-provider', model_providers: { 'fake-provider': { name: 'Fake provider' } } },
    });
  });

  test('is refused, unknown or never told, as the environment says', async () => {
    const { client } = await startCodex('fake', {
      FAKE_CODEX_ACCOUNT: 'error:-32601',
      FAKE_CODEX_CONFIG: 'error:-32000',
    });
    expect(await client.exchange('account/read', {})).toMatchObject({ error: { code: -32601 } });
    expect(await client.exchange('config/read', {})).toMatchObject({ error: { code: -32000 } });

    const { client: silent } = await startCodex('fake', { FAKE_CODEX_ACCOUNT: 'never' });
    const unanswered = silent.send('account/read', {});
    await silent.request('config/read', {});
    expect(silent.messages.some(({ id }) => id === unanswered)).toBe(false);
  });
});

test.each(BOTH)('app-server --help says what it is, and serves nothing (%s codex)', async (which) => {
  const binary = which === 'fake' ? (await buildDoubles()).fakeCodex : codexPackage().binary;
  const child = spawnCaptured(binary, ['app-server', '--help'], { env: { PATH: process.env['PATH'] ?? '' } });
  expect(await child.exited).toEqual({ code: 0, signal: null });
  expect(child.stdout()).toContain('Usage: codex app-server');
});

interface Started {
  readonly client: AppServerClient;
  readonly home: string;
  readonly codexHome: string;
  readonly cwd: string;
}

/** The real one stands on the model stub. */
async function startCodex(which: 'fake' | 'real', extra: Record<string, string> = {}): Promise<Started> {
  // Codex complains about a home below /tmp.
  const home = realpathSync(tempDir('/var/tmp'));
  const cwd = path.join(home, 'work');
  const codexHome = path.join(home, 'codex-home');
  for (const directory of [cwd, codexHome]) mkdirSync(directory);
  const common = { HOME: home, ...extra };
  if (which === 'fake') {
    const env = { PATH: process.env['PATH'] ?? '', CODEX_HOME: codexHome, ...common };
    const client = await AppServerClient.start((await buildDoubles()).fakeCodex, { env, cwd });
    return { client, home, codexHome, cwd };
  }
  const stub = await startModelStub();
  onTestFinished(() => stub.close());
  const env = { ...process.env, ...writeCodexHome(codexHome, { port: stub.port }), ...common };
  const client = await AppServerClient.start(codexPackage().binary, { env, cwd });
  return { client, home, codexHome, cwd };
}

interface Completed {
  readonly itemTypeResults: ReadonlyArray<{ readonly successes: ReadonlyArray<{ readonly target: string }> }>;
}

/** What is told of the `nth` import of this process. */
async function importOf(client: AppServerClient, source: string, cwd: string, nth: number): Promise<Completed> {
  const details = { plugins: [], skills: [], mcpServers: [], hooks: [], subagents: [], commands: [] };
  const item = { itemType: 'SESSIONS', description: 'A session', cwd: null };
  const sessions = [{ path: source, cwd, title: null }];
  await client.request('externalAgentConfig/import', {
    migrationItems: [{ ...item, details: { ...details, sessions } }],
  });
  const all = await client.seen('externalAgentConfig/import/completed', nth, 10_000);
  return JSON.parse(JSON.stringify(all[nth - 1]));
}

function ledgerIn(codexHome: string): unknown {
  return JSON.parse(readFileSync(path.join(codexHome, 'external_agent_session_imports.json'), 'utf8'));
}

async function listed(client: AppServerClient, params: object): Promise<unknown[]> {
  const { data } = JSON.parse(JSON.stringify(await client.request('thread/list', params)));
  return data.map(({ name }: { name: string | null }) => name);
}

function idOfTurn(params: unknown): string {
  return JSON.parse(JSON.stringify(params)).turn.id;
}

function typeOf(item: unknown): string {
  return JSON.parse(JSON.stringify(item)).type;
}
