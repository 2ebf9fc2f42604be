import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codexPackage } from './codex-package.ts';

/**
 * `none` fails at the first fault. `default` is codex's own count (up to 30 requests, 26 s).
 * `unbounded` also waits for a network that is not there, for ever, as codex does out of the box.
 */
export type Retries = 'none' | 'default' | 'unbounded';

export interface CodexHomeOptions {
  /** Port of the model stub on loopback. */
  readonly port: number;
  readonly retries?: Retries;
  /** Appended to config.toml after our tables, so it begins with a table header. */
  readonly extraToml?: string;
  /** Put before the first table: plain `key = value` lines. */
  readonly topLevelToml?: string;
}

export interface CodexEnv {
  readonly CODEX_HOME: string;
  readonly TMPDIR: string;
  readonly PATH: string;
}

/** Makes `directory` a CODEX_HOME that reaches no network but the stub; returns what to add to the environment. */
export function writeCodexHome(directory: string, options: CodexHomeOptions): CodexEnv {
  // Codex complains about a home below the temporary directory, so the latter lies below the former.
  const temporary = path.join(directory, 'tmp');
  mkdirSync(temporary, { recursive: true });
  writeFileSync(path.join(directory, 'config.toml'), configToml(options));
  return {
    CODEX_HOME: directory,
    TMPDIR: temporary,
    PATH: [codexPackage().resources, process.env['PATH'] ?? ''].join(path.delimiter),
  };
}

function configToml(options: CodexHomeOptions): string {
  const retries = options.retries ?? 'none';
  const none = retries === 'none' ? ['request_max_retries = 0', 'stream_max_retries = 0'] : [];
  return [
    'model = "gpt-5.5"',
    'model_provider = "stub"',
    options.topLevelToml ?? '',
    '[model_providers.stub]',
    'name = "stub"',
    `base_url = "http://127.0.0.1:${options.port}/v1"`,
    'wire_api = "responses"',
    'requires_openai_auth = false',
    ...none,
    '[features]',
    'plugins = false',
    'shell_snapshot = false',
    `unbounded_connection_retries = ${retries === 'unbounded'}`,
    options.extraToml ?? '',
    '',
  ].join('\n');
}
