import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const SESSION = '11111111-2222-3333-4444-555555555555';

/** A session of Claude Code where those lie under this home; its file. */
export function writeTranscript(home: string): string {
  const directory = path.join(home, '.claude', 'projects', '-work');
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, `${SESSION}.jsonl`);
  writeFileSync(file, [line('user', 'Fix the parser'), line('assistant', 'It is fixed')].join(''));
  return file;
}

export function growTranscript(file: string): void {
  appendFileSync(file, line('user', 'And the lexer'));
}

function line(role: 'user' | 'assistant', text: string): string {
  const content = role === 'user' ? text : [{ type: 'text', text }];
  const timestamp = '2026-01-01T00:00:00.000Z';
  return `${JSON.stringify({ type: role, sessionId: SESSION, cwd: '/', timestamp, message: { role, content } })}\n`;
}
