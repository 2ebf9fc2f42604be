import { expect, test } from 'vitest';
import { importedThread } from '../../src/codex/session-import.ts';

const PATH = '/home/me/.claude/projects/-w/a.jsonl';

test('the thread of the transcript is found among others of the same import', () => {
  const successes = [
    { source: '/other.jsonl', target: 'other' },
    { source: PATH, target: 'mine' },
  ];
  expect(importedThread(notice('i', successes), 'i', PATH)).toEqual({ threadId: 'mine', failure: null });
});

test('the notice of another import says nothing', () => {
  expect(importedThread(notice('other', [{ source: PATH, target: 'mine' }]), 'i', PATH)).toBeNull();
});

test('a success of nothing has no thread and is no failure', () => {
  expect(importedThread(notice('i', []), 'i', PATH)).toEqual({ threadId: null, failure: null });
});

test('a failure is told in its own words', () => {
  const params = { importId: 'i', itemTypeResults: [{ successes: [], failures: [{ message: 'not detected' }] }] };
  expect(importedThread(params, 'i', PATH)).toEqual({ threadId: null, failure: 'not detected' });
});

test.each([{}, undefined, { itemTypeResults: null }, { itemTypeResults: 7 }])(
  'a notice that says no more than that it is completed ends the import: %j',
  (params) => {
    expect(importedThread(params, null, PATH)).toEqual({ threadId: null, failure: null });
    expect(importedThread(params, 'i', PATH)).toEqual({ threadId: null, failure: null });
  },
);

function notice(importId: string, successes: readonly object[]) {
  return { importId, itemTypeResults: [{ itemType: 'SESSIONS', successes, failures: [] }] };
}
