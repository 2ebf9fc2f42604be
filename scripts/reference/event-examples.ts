import type { BusEvent, Envelope } from '../../src/contract/event.ts';
import type { Fact } from '../../src/contract/fact.ts';

const jobId = 'task-0mwvkrpoh-whowumii';
const bootId = '00568dee-38d6-4bf3-9946-45fb27178bc2';
const broker = { bootId, pid: 14297, startTime: '1733468' };
const appServer = { bootId, pid: 14344, startTime: '1733506' };
const threadId = '019ac5a0-6c4e-7d21-a2cf-1b0b4a6c3f10';
const turnId = '019ac5a0-6c9b-7b83-8f0e-55b7c9a1d0e2';

/** One of each, as they come in real runs. The compiler sees to it that none is missing, and that they are what they say. */
export const EVENT_EXAMPLES: { readonly [T in BusEvent['type']]: Extract<BusEvent, { readonly type: T }> } = {
  'job.queued': {
    type: 'job.queued',
    jobId,
    kind: 'task',
    title: 'Codex Task',
    summary: 'Why does the login test fail?',
  },
  'job.started': {
    type: 'job.started',
    jobId,
    title: 'Codex Task',
    deadlineAt: '2026-11-25T04:09:42.526Z',
    broker,
    appServer,
  },
  'job.threadReady': {
    type: 'job.threadReady',
    jobId,
    threadId,
    resolved: {
      model: 'gpt-5.3-codex',
      effort: 'high',
      sandbox: 'read-only',
      approvalPolicy: 'never',
      codexVersion: '0.169.0',
    },
  },
  'job.turnStarted': { type: 'job.turnStarted', jobId, turnId },
  'job.progressed': {
    type: 'job.progressed',
    jobId,
    facts: [{ kind: 'commandCompleted', itemId: 'call_1', command: 'npm test', exitCode: 1, status: 'failed' }],
  },
  'job.asked': {
    type: 'job.asked',
    jobId,
    question: { id: 'q1', what: 'a command', subject: 'make install', since: '2026-11-25T03:41:07.113Z' },
  },
  'job.answered': { type: 'job.answered', jobId, questionId: 'q1', decision: 'accept', by: 'user' },
  'job.stopping': { type: 'job.stopping', jobId, cause: 'idle_timeout' },
  'job.adopted': {
    type: 'job.adopted',
    jobId,
    owner: {
      brokerKey: '8a5015c310aa158e',
      brokerId: 'broker-k57uau3h',
      codexHome: '/home/user/.codex',
      codexPath: '/usr/local/bin/codex',
    },
  },
  'job.retrying': {
    type: 'job.retrying',
    jobId,
    reason: 'app_server_exited',
    message: 'The Codex app-server (pid 14344) was killed by SIGKILL',
    attempt: 2,
    of: 3,
    retryAt: '2026-11-25T03:41:09.000Z',
  },
  'job.completed': { type: 'job.completed', jobId, finalMessage: 'The clock of the test is an hour behind.' },
  'job.failed': {
    type: 'job.failed',
    jobId,
    reason: 'idle_timeout',
    message: 'No progress for 600000 ms',
    interruption: { attempted: true, confirmed: true },
  },
  'job.cancelled': {
    type: 'job.cancelled',
    jobId,
    by: 'user',
    interruption: { attempted: true, confirmed: true },
  },
  'broker.started': {
    type: 'broker.started',
    process: broker,
    version: '0.1.0',
    workspaceRoot: '/home/user/project',
  },
  'broker.draining': { type: 'broker.draining' },
  'broker.shuttingDown': {
    type: 'broker.shuttingDown',
    cause: 'app_server_exited',
    message: 'The Codex app-server (pid 14344) was killed by SIGKILL',
    exitStatus: 1,
    successor: true,
  },
  'appServer.ready': { type: 'appServer.ready', process: appServer, version: '0.169.0', startedInMs: 403 },
  'appServer.exited': { type: 'appServer.exited', code: null, signal: 'SIGKILL', stderrTail: '' },
  'appServer.unresponsive': { type: 'appServer.unresponsive', silentMs: 15_004 },
  'appServer.garbled': { type: 'appServer.garbled', lines: 10, sample: 'warning: something that is no message' },
};

export const FACT_EXAMPLES: { readonly [K in Fact['kind']]: Extract<Fact, { readonly kind: K }> } = {
  itemStarted: {
    kind: 'itemStarted',
    itemId: 'call_1',
    label: 'command: npm test',
    phase: 'verifying',
    command: true,
  },
  itemEnded: { kind: 'itemEnded', itemId: 'call_2', label: 'tool: docs.search', status: 'failed' },
  turnRenamed: { kind: 'turnRenamed', turnId },
  streamed: { kind: 'streamed' },
  messageStreamed: { kind: 'messageStreamed', itemId: 'msg_1', text: 'The clock of ' },
  messageCompleted: { kind: 'messageCompleted', text: 'The clock of the test is an hour behind.' },
  reviewCompleted: { kind: 'reviewCompleted', text: 'No findings.' },
  reasoningCompleted: { kind: 'reasoningCompleted', sections: ['Looking at the clock'] },
  commandCompleted: { kind: 'commandCompleted', itemId: 'call_1', command: 'npm test', exitCode: 1, status: 'failed' },
  filesChanged: { kind: 'filesChanged', itemId: 'call_3', paths: ['test/login.test.ts'], status: 'completed' },
  subAgentStarted: { kind: 'subAgentStarted', threadId, label: 'explorer' },
  usageUpdated: {
    kind: 'usageUpdated',
    usage: {
      totalTokens: 12_480,
      inputTokens: 11_900,
      cachedInputTokens: 8_704,
      cacheWriteInputTokens: 0,
      outputTokens: 580,
      reasoningOutputTokens: 320,
    },
  },
  retrying: { kind: 'retrying', message: 'Reconnecting... 1/5' },
  errorReported: { kind: 'errorReported', message: 'The usage limit is reached' },
  noticed: { kind: 'noticed', message: 'MCP server "docs" failed to start: no reason was given' },
  clockJumped: { kind: 'clockJumped', byMs: 3_600_000 },
};

/** An event as it travels. */
export const ENVELOPE_EXAMPLE: Envelope = {
  v: 1,
  brokerId: 'broker-j7d6asld',
  seq: 5,
  streamSeq: 3,
  at: '2026-11-25T03:39:42.614Z',
  log: { start: 86, end: 166 },
  event: EVENT_EXAMPLES['job.threadReady'],
};
