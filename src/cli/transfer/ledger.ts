import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { readRegularFile } from '../../util/regular-file.ts';

/** A longer one is as good as none: it would be read for the sake of one line. */
const MAX_LEDGER_BYTES = 64 * 1024 * 1024;

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
    const text = readRegularFile(path.join(codexHome, 'external_agent_session_imports.json'), MAX_LEDGER_BYTES);
    return v.parse(LedgerSchema, JSON.parse(text)).records;
  } catch {
    return [];
  }
}
