import { expect, it, test } from 'vitest';
import { destinationOf, endpointOf, portEndpoint, shownEndpoint } from '../../src/bus/endpoint.ts';
import { MAX_SOCKET_PATH_BYTES } from '../../src/util/local-endpoint.ts';

it('an endpoint is refused when its path is relative or too long for some platform', () => {
  expect(endpointOf('/run/x/events.sock')).toBe('ipc:///run/x/events.sock');
  expect(() => endpointOf('events.sock')).toThrow('is not absolute');
  const longest = `/x${'ä'.repeat((MAX_SOCKET_PATH_BYTES - 2) / 2)}`;
  expect(endpointOf(longest)).toBe(`ipc://${longest}`);
  expect(() => endpointOf(`${longest}x`)).toThrow(`is longer than ${MAX_SOCKET_PATH_BYTES} bytes`);
});

/** Every character that a key can have. */
const KEYS = [
  '0123456789abcdefghijklmnopqrstuvwxyzABCD',
  'EFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{',
  '}@%$#0?serverKey=%25%00&serverKey=}@%$#0',
];

test.each(KEYS)('the endpoint of a port has the key %s in it, and is shown without', (serverKey) => {
  const address = 'tcp://127.0.0.1:49152';
  const endpoint = portEndpoint(address, serverKey);
  expect(destinationOf(endpoint)).toEqual({ address, serverKey });
  expect(endpoint).toMatch(/^[\x21-\x7e]+$/u);
  expect(shownEndpoint(endpoint)).toBe(address);
});

test.each([
  ['ipc:///run/x.events'],
  ['ipc:///run/?serverKey=x/y.events'],
  ['ipc://C:\\Users\\u\\AppData\\Local\\codex-companion\\run\\0123456789abcdef.events'],
])('that of a file, %s, has none', (endpoint) => {
  expect(destinationOf(endpoint)).toEqual({ address: endpoint, serverKey: null });
  expect(shownEndpoint(endpoint)).toBe(endpoint);
});
