import { expect, test } from 'vitest';
import { labelOf, newStart } from '../../src/broker/start.ts';
import { socketPaths } from '../../src/config/paths.ts';

const CODEX = { path: '/bin/codex', command: 'codex', script: [], environment: {}, fingerprint: 'f' };

function started(platform: NodeJS.Platform) {
  // Only a path of this system is absolute here.
  const sockets = { ...socketPaths('/run/x', '/state', 'key', platform), events: '/run/x/0.events' };
  const start = newStart({ codexHome: '/home/u/.codex' }, { key: 'key', codex: CODEX, sockets }, '/repo');
  return { sockets, start, label: labelOf(start) };
}

test('a broker listens at its file, and its label says no more of it', () => {
  const { sockets, start, label } = started('linux');
  expect(start.identity.endpoint).toBe(sockets.control);
  expect(label).toMatchObject({ endpoint: sockets.control, events: 'ipc:///run/x/0.events' });
  expect(label).not.toHaveProperty('proof');
});

test('on Windows it has another pipe at each start, and something to be known by that the pipe’s name does not tell', () => {
  const [one, other] = [started('win32'), started('win32')];
  for (const { sockets, start, label } of [one, other]) {
    expect(label.endpoint).toMatch(/-[0-9a-f]{32}$/u);
    expect(label.endpoint.startsWith(sockets.control)).toBe(true);
    expect(label.endpoint).not.toContain(label.proof);
    expect(label.proof).toMatch(/^[0-9a-f]{32}$/u);
    expect(start.identity).toMatchObject({ endpoint: label.endpoint, proof: label.proof });
  }
  expect(other.label.endpoint).not.toBe(one.label.endpoint);
  expect(other.label.proof).not.toBe(one.label.proof);
});
