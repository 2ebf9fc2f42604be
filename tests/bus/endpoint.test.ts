import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { endpointOf, MAX_SOCKET_PATH_BYTES, removeEndpoint } from '../../src/bus/endpoint.ts';
import { temporaryDirectory, temporarySocket } from './support.ts';

it('an endpoint is refused when its path is relative or too long for some platform', () => {
  expect(endpointOf('/run/x/events.sock')).toBe('ipc:///run/x/events.sock');
  expect(() => endpointOf('events.sock')).toThrow('is not absolute');
  expect(endpointOf(`/${'ä'.repeat(51)}`)).toContain('ipc:///');
  expect(() => endpointOf(`/${'ä'.repeat(51)}x`)).toThrow(`of at most ${MAX_SOCKET_PATH_BYTES}`);
});

it('removing an endpoint removes a socket and nothing else', async () => {
  const socket = temporarySocket();
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  expect(removeEndpoint(socket)).toBe(true);
  expect(existsSync(socket)).toBe(false);
  expect(removeEndpoint(socket)).toBe(true);

  const file = path.join(temporaryDirectory(), 'notes.txt');
  writeFileSync(file, 'precious');
  expect(removeEndpoint(file)).toBe(false);
  expect(removeEndpoint(path.dirname(file))).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('precious');
});
