import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ThreadRouter } from '../../src/broker/router.ts';
import { answerFor } from '../../src/broker/server-requests.ts';
import { ITEM_METHODS, itemThreadOf } from '../../src/codex/item-address.ts';
import { threadIdOf } from '../../src/codex/notifications.ts';
import { REFUSALS, UNSUPPORTED } from '../../src/codex/server-requests.ts';
import { type Line, LineDecoder } from '../../src/rpc/lines.ts';
import { Peer } from '../../src/rpc/peer.ts';
import { fuzz } from './fuzz.ts';
import { hostileText, hostileValue, inPieces, jsonOf, mutated, randomBytes, scribbled } from './hostile.ts';

const MB = 1024 * 1024;
const LIMIT = 256;
const NEWLINE = Buffer.from('\n');

const message = fc.record(
  {
    id: fc.oneof(fc.integer(), hostileText, hostileValue),
    method: fc.oneof(fc.constantFrom('turn/completed', 'item/started', 'initialize'), hostileValue),
    params: hostileValue,
    result: hostileValue,
    error: hostileValue,
  },
  { requiredKeys: [] },
);
const messageLine = fc.oneof(message, mutated(message)).map((value) => Buffer.from(jsonOf(value)));
const line = fc.oneof(messageLine, scribbled(messageLine), randomBytes);
const stream = fc.array(line, { maxLength: 12 }).map((lines) => Buffer.concat(lines.flatMap((one) => [one, NEWLINE])));
const cuts = fc.array(fc.nat(), { maxLength: 20 });

test('bytes of any kind, in pieces of any size, give the lines that are in them', async () => {
  const property = fc.property(stream, randomBytes, cuts, (whole, rest, places) => {
    const bytes = Buffer.concat([whole, rest]);
    const decoder = new LineDecoder(LIMIT);
    const lines = inPieces(bytes, places).flatMap((piece) => decoder.push(piece));
    expect([...lines, ...decoder.end()].map(textOf)).toEqual(linesIn(bytes));
  });
  await fuzz(property, { runs: 300, part: 0.2 });
});

test('a line without an end, in pieces of any size, costs no more than the longest line', async () => {
  const property = fc.property(fc.integer({ min: 1, max: 300_000 }), (size) => {
    const decoder = new LineDecoder(MB);
    const piece = Buffer.alloc(size, 'x');
    const before = process.memoryUsage().arrayBuffers;
    let oversize = 0;
    for (let sent = 0; sent < 16 * MB; sent += Math.max(size, 4096)) oversize += decoder.push(piece).length;
    expect(oversize).toBeLessThanOrEqual(1);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * MB);
  });
  await fuzz(property, { runs: 20, part: 0.1 });
});

test('a peer takes any lines: it throws nothing, tells what is no message, and hears the same in any pieces', async () => {
  const property = fc.asyncProperty(stream, cuts, async (bytes, places) => {
    const heard = await heardBy(inPieces(bytes, places));
    expect(heard).toEqual(await heardBy([bytes]));
    const spoken = linesIn(bytes).filter((text) => text === undefined || text.trim() !== '');
    expect(heard.length).toBe(spoken.length);
  });
  await fuzz(property, { runs: 150, part: 0.3 });
});

test('every request of the app-server gets one answer, whatever it asks for', async () => {
  const methods = fc.oneof(fc.constantFrom(...Object.keys(REFUSALS), ...UNSUPPORTED), hostileText);
  const requests = fc.array(
    fc.record({ id: fc.oneof(fc.integer(), fc.string()), method: methods, params: hostileValue }),
    { maxLength: 10 },
  );
  const property = fc.asyncProperty(requests, cuts, async (list, places) => {
    const bytes = Buffer.from(list.map((request) => `${jsonOf(request)}\n`).join(''));
    const answers = await answersTo(inPieces(bytes, places));
    expect(answers.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
    for (const answer of answers) expect('result' in answer || 'error' in answer).toBe(true);
  });
  await fuzz(property, { runs: 100, part: 0.2 });
});

test('the thread of a line about an item is the same whether the line is parsed or not', async () => {
  const params = fc.record(
    { item: hostileValue, threadId: hostileText, turnId: hostileText, delta: hostileText, more: hostileValue },
    { requiredKeys: ['threadId', 'turnId'] },
  );
  const behind = params.map(({ threadId, turnId, ...others }) => ({ ...others, threadId, turnId, completedAtMs: 1 }));
  const lines = fc
    .record({
      method: fc.constantFrom(...ITEM_METHODS),
      params: fc.oneof(params, behind, mutated(behind)),
      at: hostileValue,
    })
    .map(({ method, params: of, at }) => jsonOf({ method, params: of, emittedAtMs: at }));
  const property = fc.property(lines, (text) => {
    const threadId = itemThreadOf(text);
    if (threadId !== null) expect(threadId).toBe(threadIdOf(JSON.parse(text).params));
  });
  await fuzz(property, { runs: 1_000, part: 0.2 });
});

/** The lines by the plainest means there is: undefined for one that is too long. */
function linesIn(bytes: Buffer): Array<string | undefined> {
  const parts: Buffer[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from);
    parts.push(bytes.subarray(from, end === -1 ? bytes.length : end));
    from = end === -1 ? bytes.length + 1 : end + 1;
  }
  // What comes after the last newline is a line only when it is not empty.
  if (parts.at(-1)?.length === 0) parts.pop();
  return parts.map((part) => (part.length > LIMIT ? undefined : part.toString('utf8')));
}

function textOf(line: Line): string | undefined {
  return line.kind === 'line' ? line.text : undefined;
}

/** What a peer made of the bytes, a word for each line that says something. */
async function heardBy(pieces: readonly Buffer[]): Promise<string[]> {
  const heard: string[] = [];
  const readable = new PassThrough();
  const peer = new Peer(
    { readable, writable: new PassThrough() },
    {
      name: 'the app-server',
      jsonrpc: false,
      maxLineBytes: LIMIT,
      onNotification: (method) => heard.push(`notification ${method}`),
      onRequest: async (method) => heard.push(`request ${method}`),
      onGarbage: () => heard.push('garbage'),
    },
  );
  for (const piece of pieces) readable.write(piece);
  readable.end();
  await peer.closed;
  return [...heard, ...Array.from({ length: peer.lateReplies }, () => 'reply')];
}

/** What a peer that answers by the broker's policy wrote back. */
async function answersTo(pieces: readonly Buffer[]): Promise<Array<Record<string, unknown>>> {
  const [readable, writable] = [new PassThrough(), new PassThrough()];
  let written = '';
  writable.setEncoding('utf8').on('data', (chunk: string) => {
    written += chunk;
  });
  const closed = once(writable, 'close');
  const router = new ThreadRouter();
  const peer = new Peer(
    { readable, writable },
    {
      name: 'the app-server',
      jsonrpc: false,
      maxLineBytes: 16 * MB,
      onRequest: (method, params) => answerFor(router, method, params),
    },
  );
  for (const piece of pieces) readable.write(piece);
  readable.end();
  await Promise.all([peer.closed, closed]);
  return written.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}
