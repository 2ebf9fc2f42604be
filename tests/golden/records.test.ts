import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/status/record-file.ts';

const RECORDS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'records');

// As earlier versions have written them, byte for byte.
describe('records of earlier versions', () => {
  test.each(readdirSync(RECORDS))('%s reads, and has lost nothing', (name) => {
    const file = path.join(RECORDS, name);
    const stored = JSON.parse(readFileSync(file, 'utf8'));
    expect(readRecord(file, stored.id)).toMatchObject({ ok: true, job: stored });
  });

  test('what they could not know has its default', () => {
    const read = (name: string) => {
      const file = path.join(RECORDS, name);
      return readRecord(file, JSON.parse(readFileSync(file, 'utf8')).id);
    };
    expect(read('0.1.0-before-token-accounting-failed.json')).toMatchObject({
      job: { comeBackAt: null, work: { earlierUsage: null, usage: { totalTokens: 120, cacheWriteInputTokens: 0 } } },
    });
  });
});
