import { describe, expect, test } from 'vitest';
import { jobExtract } from '../../../../src/cli/doctor/bundle/job-extract.ts';
import { logExtract } from '../../../../src/cli/doctor/bundle/log-extract.ts';
import type { JobRecord } from '../../../../src/contract/job.ts';
import { reduce } from '../../../../src/status/reduce.ts';
import { queuedJob, runningJob } from '../../../status/jobs.ts';

const PRIVATE = 'PRIVATE';

describe('of a job', () => {
  test('nothing that anybody has written is kept, and all numbers are', () => {
    const text = JSON.stringify(jobExtract(fullJob()));

    expect(text).not.toContain(PRIVATE);
    expect(JSON.parse(text)).toMatchObject({
      kind: 'task',
      status: 'failed',
      reason: 'turn_failed',
      hasKey: true,
      hasSession: true,
      request: { promptChars: PRIVATE.length, sandbox: 'read-only', addDirs: 1, clocks: { hardMs: 1_800_000 } },
      work: { messageChars: PRIVATE.length, touchedFiles: 1, commandExits: [3, null], subAgents: 1 },
    });
  });

  test('every state of a record can be kept', () => {
    for (const job of [queuedJob(), runningJob(), fullJob()]) expect(jobExtract(job)['id']).toBe(job.id);
  });
});

/** A record in which every text of somebody else is {@link PRIVATE}. */
function fullJob(): JobRecord {
  const job = runningJob();
  const told: JobRecord = {
    ...job,
    title: PRIVATE,
    summary: PRIVATE,
    sessionId: PRIVATE,
    key: PRIVATE,
    cwd: PRIVATE,
    workspaceRoot: PRIVATE,
    threadId: PRIVATE,
    turnId: PRIVATE,
    owner: { ...job.owner, codexHome: PRIVATE, codexPath: PRIVATE },
    request: {
      ...job.request,
      prompt: PRIVATE,
      addDirs: [PRIVATE],
      resumeThreadId: PRIVATE,
      outputSchema: { PRIVATE },
    },
    work: {
      ...job.work,
      lastMessage: PRIVATE,
      reasoningSummary: [PRIVATE],
      touchedFiles: [PRIVATE],
      commands: [
        { command: PRIVATE, exitCode: 3 },
        { command: PRIVATE, exitCode: null },
      ],
      childThreadIds: [PRIVATE],
      lastNotice: PRIVATE,
    },
    openItems: [{ itemId: PRIVATE, label: PRIVATE, command: true, since: job.createdAt }],
    questions: [{ id: PRIVATE, what: 'a command', subject: PRIVATE, since: job.createdAt }],
    history: job.history.map((transition) => ({ ...transition, detail: PRIVATE })),
  };
  const failed = { type: 'job.failed', reason: 'turn_failed', message: PRIVATE, interruption: null } as const;
  return reduce(told, { ...failed, jobId: job.id }, { at: job.createdAt, source: 'broker-1' });
}

describe('of a broker’s log', () => {
  const AT = '[2026-01-01T00:00:00.000Z]';

  test.each([
    [`${AT} info broker-1 (pid 7) serves "/repo" with "/bin/codex"`, 'with "/bin/codex"'],
    [
      `${AT} info Skipped 10 lines of the app-server that are no messages: ${PRIVATE}`,
      'that are no messages: <left out>',
    ],
    [`${AT} info Skipped 1 lines of clients that are not JSON-RPC: ${PRIVATE}`, 'that are not JSON-RPC: <left out>'],
    [
      `${AT} error Ending (app_server_exited): The Codex app-server (pid 7) exited with code 1; its stderr ended with: ${PRIVATE}`,
      'exited with code 1; its stderr ended with: <left out>',
    ],
    [`${AT} error Set aside the damaged record "/x.json": ${PRIVATE}`, '"/x.json": <left out>'],
    [`${AT} error Cannot start "/bin/codex app-server": ${PRIVATE} (run it)`, 'app-server": <left out>'],
    [`${AT} error The broker failed: SyntaxError: ${PRIVATE}`, 'The broker failed: SyntaxError: <left out>'],
  ])('%s', (line, end) => {
    const kept = logExtract(`${line}\n`);
    expect(kept.endsWith(`${end}\n`), kept).toBe(true);
    expect(kept).not.toContain(PRIVATE);
  });

  test('lines that are not ours are counted only, and frames of the stack stay', () => {
    const log = `${AT} error The broker failed: Error: ${PRIVATE}\n    at serve (broker.mjs:1:2)\n    ${PRIVATE}\n${PRIVATE}\n`;
    expect(logExtract(log)).toBe(
      `${AT} error The broker failed: Error: <left out>\n    at serve (broker.mjs:1:2)\n    <left out>: 2 lines of something else\n`,
    );
    expect(logExtract('')).toBe('');
  });

  test('a line that is too long to be ours is cut', () => {
    expect(logExtract(`${AT} info ${'x'.repeat(10_000)}\n`).length).toBeLessThan(600);
  });
});
