import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

/** Where Codex writes down what it has imported. Only what we read of it. */
const LedgerSchema = v.object({
  records: v.array(
    v.object({
      source_path: v.string(),
      content_sha256: v.string(),
      imported_thread_id: v.pipe(v.string(), v.minLength(1)),
    }),
  ),
});

/** The thread that Codex has made of `transcript` as it is now, by its own records; null without one. */
export function recordedThread(codexHome: string, transcript: string): string | null {
  const content = digestOf(transcript);
  const last = recordsIn(codexHome).findLast(
    (record) => record.source_path === transcript && record.content_sha256 === content,
  );
  return last?.imported_thread_id ?? null;
}

/** Null when it cannot be read (any more): then it is like no record. */
function digestOf(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return null;
  }
}

/** None where the file is missing or cannot be read: then Codex has recorded nothing that could be shown. */
function recordsIn(codexHome: string) {
  try {
    const text = readFileSync(path.join(codexHome, 'external_agent_session_imports.json'), 'utf8');
    return v.parse(LedgerSchema, JSON.parse(text)).records;
  } catch {
    return [];
  }
}
