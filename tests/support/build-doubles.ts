import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { PROJECT_ROOT } from './codex-package.ts';

export interface Doubles {
  /** The fake `codex`; put `fakeCodexDir` first on PATH, or copy this one file elsewhere. */
  readonly fakeCodex: string;
  readonly fakeCodexDir: string;
  readonly modelStub: string;
}

let built: Promise<Doubles> | undefined;

/** Bundles the test doubles into `.build/`. A file whose content would not change keeps its time and identity. */
export function buildDoubles(): Promise<Doubles> {
  built ??= buildAll();
  return built;
}

async function buildAll(): Promise<Doubles> {
  const fakeCodexDir = path.join(PROJECT_ROOT, '.build', 'fake-codex');
  const fakeCodex = path.join(fakeCodexDir, 'codex');
  const modelStub = path.join(PROJECT_ROOT, '.build', 'model-stub.mjs');
  const [fake, stub] = await Promise.all([
    bundle('fake-codex/main.ts', 'cjs', '#!/usr/bin/env node'),
    bundle('model-stub/main.ts', 'esm', ''),
  ]);
  mkdirSync(fakeCodexDir, { recursive: true });
  // A file without an extension takes its module system from here.
  replace(path.join(fakeCodexDir, 'package.json'), '{"type":"commonjs"}\n', 0o644);
  replace(fakeCodex, fake, 0o755);
  replace(modelStub, stub, 0o644);
  return { fakeCodex, fakeCodexDir, modelStub };
}

async function bundle(entry: string, format: 'cjs' | 'esm', banner: string): Promise<string> {
  const result = await build({
    entryPoints: [path.join(PROJECT_ROOT, 'tests', 'support', entry)],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format,
    banner: { js: banner },
    logLevel: 'silent',
  });
  return result.outputFiles.map((file) => file.text).join('');
}

/** By rename: another test process may be executing the old one. */
function replace(file: string, content: string, mode: number): void {
  if (textOf(file) === content) return;
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, content);
  chmodSync(temporary, mode);
  renameSync(temporary, file);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
