import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import type { FinishedJob } from '../../src/contract/job.ts';
import { MAX_ATTEMPTS, webhookChannel } from '../../src/notify/channels/webhook.ts';
import { WEBHOOK_VERSION, webhookBody } from '../../src/notify/webhook-body.ts';
import { completedJob, minute } from '../status/jobs.ts';

const TOKEN = 'very-secret';
const NEVER = new AbortController().signal;

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on this machine: the first request gets the first answer, and every one from the last on that one. */
async function receiver(...answers: readonly Answer[]) {
  const got: Array<{ readonly method?: string; readonly url?: string; readonly type?: string; readonly body: string }> =
    [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const answer = answers[Math.min(got.length, answers.length - 1)];
    got.push({ method, url, type: headers['content-type'], body: await text(request) } as (typeof got)[number]);
    answer?.(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const options = { address: `http://127.0.0.1:${address.port}/${TOKEN}`, firstPauseMs: 1 };
  return { got, options, channel: webhookChannel(options) };
}

function status(code: number, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(code, headers).end('not read');
}

const job = completedJob(minute(1));

test('a job is posted once, as JSON', async () => {
  const { got, channel } = await receiver(status(204));
  expect(await channel.tell(job, NEVER)).toEqual({ ok: true, remark: null });
  expect(got).toEqual([{ method: 'POST', url: `/${TOKEN}`, type: 'application/json', body: webhookBody(job) }]);
});

test('nothing that was asked, answered or run is in it', () => {
  const secret = 'S3CRET';
  const request = { ...job.request, prompt: secret };
  const work = {
    ...job.work,
    lastMessage: secret,
    reasoningSummary: [secret],
    touchedFiles: [secret],
    commands: [{ command: secret, exitCode: 0 }],
    lastNotice: secret,
  };
  const ends = [
    { ...job, summary: secret, request, work, finalMessage: secret },
    {
      ...job,
      summary: secret,
      request,
      work,
      status: 'failed',
      reason: 'turn_failed',
      errorMessage: secret,
      interruption: null,
    },
  ] as const;
  for (const end of ends) {
    const body = webhookBody(end as FinishedJob);
    expect(body).not.toContain(secret);
    expect(JSON.parse(body)).toMatchObject({
      version: WEBHOOK_VERSION,
      event: `job.${end.status}`,
      job: { id: job.id, status: end.status, reason: end.status === 'failed' ? 'turn_failed' : null },
    });
  }
});

test.each<[string, readonly Answer[], number, object]>([
  ['a server that is in trouble, and then is not', [status(500), status(429), status(200)], 3, { ok: true }],
  ['one that breaks off, and then does not', [(response) => response.destroy(), status(200)], 2, { ok: true }],
  [
    'one that stays in trouble',
    [status(503)],
    MAX_ATTEMPTS,
    { ok: false, why: `status 503, at the last of ${MAX_ATTEMPTS} attempts` },
  ],
  ['one that says no', [status(404)], 1, { ok: false, why: 'status 404' }],
  [
    'one that sends us elsewhere',
    [status(302, { location: '/elsewhere' })],
    1,
    { ok: false, why: 'status 302, a redirect, which is not followed' },
  ],
])('%s', async (_what, answers, requests, told) => {
  const { got, channel } = await receiver(...answers);
  expect(await channel.tell(job, NEVER)).toMatchObject(told);
  expect(got).toHaveLength(requests);
});

test('a server that does not answer has so much time, and its address is in no message', async () => {
  const { options } = await receiver(() => undefined);
  const told = await webhookChannel({ ...options, timeoutMs: 20 }).tell(job, NEVER);
  expect(told).toEqual({ ok: false, why: `no answer in time, at the last of ${MAX_ATTEMPTS} attempts` });
});

test('one that is not there is said to be so', async () => {
  const channel = webhookChannel({ address: `http://127.0.0.1:1/${TOKEN}`, firstPauseMs: 1 });
  const told = await channel.tell(job, NEVER);
  expect(told).toMatchObject({ ok: false, why: expect.stringMatching(/\S/u) });
  expect(JSON.stringify(told)).not.toContain(TOKEN);
});

test('when the broker ends in between, the next one may try', async () => {
  const ending = new AbortController();
  const { channel, got } = await receiver((response) => {
    response.writeHead(500).end();
    ending.abort();
  });
  expect(await channel.tell(job, ending.signal)).toMatchObject({ ok: false, later: true });
  expect(got).toHaveLength(1);
});
