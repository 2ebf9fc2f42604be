import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Finding } from '../../../src/cli/doctor/finding.ts';
import type { Scene } from '../../../src/cli/doctor/scene.ts';
import { brokerPaths, socketPaths, workspaceDirectory } from '../../../src/config/paths.ts';
import { resolveSettings, settingsOf } from '../../../src/config/settings.ts';
import type { ProcessIdentity } from '../../../src/contract/process-identity.ts';
import type { BrokerLabel } from '../../../src/status/broker-label.ts';
import { self } from '../../../src/status/liveness.ts';
import { tempDir } from '../../support/temp.ts';

/** A process of another boot: provably gone. */
export const GONE: ProcessIdentity = { bootId: 'another-boot', pid: 4121, startTime: '1' };

/** The key of a broker. */
export const KEY = '0123456789abcdef';

/** A user's places as they are where nothing was ever run. Nothing of it is made. */
export function emptyScene(changes: Partial<Scene> = {}): Scene {
  const root = tempDir();
  const stateRoot = path.join(root, 'state');
  const workspaceRoot = path.join(root, 'workspace');
  const resolved = resolveSettings({});
  return {
    stateRoot,
    runtimeRoot: path.join(root, 'run'),
    codexHome: path.join(root, 'codex-home'),
    environment: {},
    settings: settingsOf(resolved),
    resolved,
    files: [],
    unusable: [],
    workspace: { root: workspaceRoot, cwd: workspaceRoot, directory: workspaceDirectory(stateRoot, workspaceRoot) },
    codex: null,
    codexMissing: null,
    place: null,
    program: path.join(root, 'cli.cjs'),
    nowMs: Date.now(),
    system: { platform: process.platform, arch: process.arch },
    ...changes,
  };
}

export interface BrokerTraces {
  readonly key?: string;
  /** Whose claim to the lock there is; null for none. */
  readonly holder?: ProcessIdentity | null;
  readonly label?: Partial<BrokerLabel> | null;
}

/** The folder of a broker with its lock and label, as it lives or as a killed one leaves it. */
export function brokerTraces({ stateRoot, runtimeRoot, workspace }: Scene, traces: BrokerTraces = {}) {
  const { key = KEY, holder = GONE, label = {} } = traces;
  const paths = brokerPaths(workspace.directory, key);
  const sockets = socketPaths(runtimeRoot, stateRoot, key);
  for (const directory of [paths.lock, runtimeRoot]) mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (holder !== null) {
    const claim = { ...holder, role: 'broker', holder: 'broker-1', at: '2026-01-01T00:00:00.000Z' };
    writeFileSync(path.join(paths.lock, `claim.0mwvihaql.${holder.pid}.abcdefgh`), JSON.stringify(claim));
  }
  if (label !== null) writeFileSync(paths.label, JSON.stringify({ ...labelOf(sockets.control), ...label }));
  return { paths, sockets };
}

function labelOf(endpoint: string): BrokerLabel {
  return {
    process: GONE,
    brokerId: 'broker-key1',
    version: '0.0.0',
    startedAt: '2026-01-01T00:00:00.000Z',
    endpoint,
    events: 'ipc:///nowhere.events',
    runTag: 'tag1',
    codexPath: '/bin/codex',
    codexHome: '/home/u/.codex',
  };
}

/** This process: alive for as long as the test runs. */
export function alive(): ProcessIdentity {
  return self();
}

/** A socket where somebody listens; closed when the test ends. */
export async function listening(file: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(file, resolve));
  onTestFinished(() => void server.close());
}

/** The socket of a process that was killed: its file is there, and nobody listens. */
export function abandonedSocket(file: string): void {
  const script =
    "require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))";
  try {
    execFileSync(process.execPath, ['-e', script, file], { stdio: 'ignore' });
  } catch {
    // It killed itself.
  }
}

export function levels(findings: readonly Finding[]): string[] {
  return findings.map(({ id, level }) => `${id} ${level}`);
}

export const NEVER = new AbortController().signal;
