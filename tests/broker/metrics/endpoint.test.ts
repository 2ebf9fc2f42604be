import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { BrokerMetrics } from '../../../src/broker/metrics/broker-metrics.ts';
import { MAX_CONNECTIONS, MAX_HEAD_BYTES, MetricsEndpoint } from '../../../src/broker/metrics/endpoint.ts';
import { freePort } from '../../support/free-port.ts';
import { exposedValue, parseExposition } from '../../support/prometheus.ts';

const closers: Array<() => void> = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('No address');
  return address;
}

async function opened(port: number, requestMs = 60_000) {
  const metrics = new BrokerMetrics(new Date());
  const logged: string[] = [];
  const log = (_level: string, message: string) => void logged.push(message);
  const endpoint = new MetricsEndpoint({ port, metrics, requestMs, log });
  closers.push(() => endpoint.close());
  await endpoint.open();
  return { endpoint, metrics, logged };
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function ask(port: number, { method = 'GET', path = '/metrics', headers = {}, body }: Asked = {}) {
  const asked = request({ host: '127.0.0.1', port, method, path, headers: { ...headers }, agent: false });
  asked.end(body);
  const [response] = await once(asked, 'response');
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

test('serves the metrics of this moment, to whoever asks this machine by its name', async () => {
  const port = await freePort();
  const { endpoint, metrics, logged } = await opened(port);
  expect(endpoint.status).toEqual({ url: `http://127.0.0.1:${port}/metrics`, problem: null });
  expect(logged).toEqual([`Metrics are served at http://127.0.0.1:${port}/metrics`]);

  metrics.registry.add('jobsAccepted', { kind: 'task' }, 3);
  for (const headers of [{}, { Host: `localhost:${port}` }, { Host: `LocalHost:${port}` }]) {
    const { status, text, headers: answered } = await ask(port, { headers });
    expect(status).toBe(200);
    expect(answered).toMatchObject({
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(answered).not.toHaveProperty('access-control-allow-origin');
    expect(exposedValue(parseExposition(text), 'codex_companion_jobs_accepted_total', { kind: 'task' })).toBe(3);
  }
  expect((await ask(port, { path: '/metrics?name[]=up' })).status).toBe(200);
});

test.each<[string, Asked, number]>([
  ['a name that was made to lead here', { headers: { Host: 'rebound.example' } }, 403],
  ['such a name with the port', { headers: { Host: 'rebound.example:PORT' } }, 403],
  ['a name that begins like ours', { headers: { Host: 'localhost.example:PORT' } }, 403],
  ['another port', { headers: { Host: '127.0.0.1:1' } }, 403],
  ['no port', { headers: { Host: '127.0.0.1' } }, 403],
  ['another path', { path: '/' }, 404],
  ['a path below', { path: '/metrics/' }, 404],
  ['another method', { method: 'POST', body: 'x' }, 405],
  ['only the head', { method: 'HEAD' }, 405],
  ['a head that is too long', { headers: { 'X-Long': 'x'.repeat(MAX_HEAD_BYTES) } }, 431],
])('refuses %s', async (_what, asked, status) => {
  const port = await freePort();
  await opened(port);
  const headers = Object.entries(asked.headers ?? {}).map(([name, value]) => [
    name,
    value.replace('PORT', String(port)),
  ]);
  const answer = await ask(port, { ...asked, headers: Object.fromEntries(headers) });
  expect(answer.status).toBe(status);
  expect(answer.text).not.toContain('codex_companion_');
  if (status === 405) expect(answer.headers['allow']).toBe('GET');
});

test('refuses a request without a name', async () => {
  const port = await freePort();
  await opened(port);
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /metrics HTTP/1.0\r\n\r\n');
  let text = '';
  for await (const chunk of socket.setEncoding('utf8')) text += chunk;
  expect(text).toMatch(/^HTTP\/1\.1 403 /u);
  expect(text).not.toContain('codex_companion_');
});

test.each([
  ['says nothing', ''],
  ['does not end its head', 'GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '],
])('a connection that %s is closed after a while', async (_what, begun) => {
  const port = await freePort();
  await opened(port, 250);
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(begun);
  socket.resume();
  await once(socket, 'close');
});

test('has so many connections at a time and no more, and closes them all with itself', async () => {
  const port = await freePort();
  const { endpoint } = await opened(port);
  const sockets: Socket[] = [];
  closers.push(() => sockets.forEach((socket) => void socket.destroy()));
  const join = async () => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  for (let n = 0; n < MAX_CONNECTIONS; n += 1) await join();
  const onemore = await join();
  onemore.resume();
  await once(onemore, 'close');
  expect(sockets.filter((socket) => socket.destroyed)).toEqual([onemore]);

  for (const socket of sockets) socket.resume();
  const closed = Promise.all(sockets.filter((socket) => socket !== onemore).map((socket) => once(socket, 'close')));
  endpoint.close();
  await closed;
});

test('a port that somebody else has is said, once, and is no reason to fail; it is taken once it is free', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  closers.push(() => void other.close());
  const { port } = addressOf(other.address());

  const { endpoint, logged } = await opened(port);
  const problem = `Cannot serve metrics at http://127.0.0.1:${port}/metrics: somebody else has the port, another broker maybe (tried again every 30 s; metrics_port chooses another)`;
  expect(endpoint.status).toEqual({ url: null, problem });
  await endpoint.open();
  expect(logged).toEqual([problem]);

  other.close();
  await once(other, 'close');
  await endpoint.open();
  expect(endpoint.status).toMatchObject({ problem: null });
  expect((await ask(port)).status).toBe(200);
});

test('is off without a port, and opens nothing once it is closed', async () => {
  const { endpoint } = await opened(0);
  expect(endpoint.status).toBeNull();
  const late = new MetricsEndpoint({
    port: await freePort(),
    metrics: new BrokerMetrics(new Date()),
    log: () => undefined,
  });
  late.close();
  await late.open();
  expect(late.status).toMatchObject({ url: null });
});
