import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

/**
 * Processes of the project that are alive: brokers, app-servers, doubles, and whatever carries `tag`
 * (NAME=value) in its environment. Empty where there is no /proc.
 */
export function survivors(tag) {
  const mine = new Set([process.pid, process.ppid]);
  return pids()
    .filter((pid) => !mine.has(pid))
    .map((pid) => ({ pid, command: read(pid, 'cmdline').replaceAll('\0', ' ').trim(), environ: read(pid, 'environ') }))
    .filter(({ command, environ }) => environ.split('\0').includes(tag) || isOurs(command))
    .map(({ pid, command }) => ({ pid, command }));
}

function isOurs(command) {
  const ours = ['dist/broker.cjs', '.build/fake-codex/codex', 'node_modules/@openai/codex'];
  return ours.some((part) => command.includes(path.join(ROOT, part)));
}

function pids() {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
