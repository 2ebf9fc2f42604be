import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  EVENT_PREFIXES,
  jobTopic,
  MAX_SYNC_TOPIC_CHARS,
  matchesTopic,
  parseSyncTopic,
  streamOfTopic,
  syncTopic,
  topicOf,
  topicPrefix,
} from '../../src/bus/topic.ts';
import { BusEventSchema, streamOf } from '../../src/contract/event.ts';
import { DRAINING, JOB_A, progressed } from './support.ts';

describe('topics', () => {
  it('of a job name the job and then the verb', () => {
    expect(topicOf(progressed(JOB_A))).toBe(`job.${JOB_A}.progressed.`);
    expect(topicOf(DRAINING)).toBe('broker.draining.');
    expect(topicOf({ type: 'appServer.unresponsive', silentMs: 1 })).toBe('appServer.unresponsive.');
  });

  it('of every event of the contract begin with one of the event prefixes', () => {
    const types = BusEventSchema.options.map((option) => option.entries.type.literal);
    expect(types.filter((type) => !EVENT_PREFIXES.some((prefix) => type.startsWith(prefix)))).toEqual([]);
  });

  it.each([
    ['', true],
    ['job', true],
    ['job.', true],
    [`job.${JOB_A}`, true],
    [`job.${JOB_A}.progressed`, true],
    ['job.task', false],
    [`job.${JOB_A.slice(0, -1)}`, false],
    [`job.${JOB_A}.progress`, false],
    ['broker', false],
  ])('with the prefix "%s" match a progress event of a job: %s', (prefix, expected) => {
    expect(matchesTopic(prefix, progressed(JOB_A))).toBe(expected);
  });

  it('say whose stream it is', () => {
    for (const event of [progressed(JOB_A), DRAINING, { type: 'appServer.unresponsive', silentMs: 1 } as const]) {
      expect(streamOfTopic(topicOf(event))).toBe(streamOf(event));
    }
  });

  it('keep a job apart from one whose id begins alike', () => {
    expect(jobTopic('task-ab').startsWith(topicPrefix('job.task-a'))).toBe(false);
  });
});

describe('the topic of a handshake', () => {
  it.each([['all' as const], [[]], [['broker']], [['broker', `job.${JOB_A}`]]])('carries the streams %j', (streams) => {
    expect(parseSyncTopic(syncTopic({ nonce: 'abc123', streams }))).toEqual({ nonce: 'abc123', streams });
  });

  it('is on the page of the protocol as it is', () => {
    const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
    expect(page).toContain(` ${syncTopic({ nonce: '4f', streams: 'all' })} `);
    expect(page).toContain(` ${syncTopic({ nonce: '4f', streams: ['job.task-0mwvkrpoh-whowumii', 'broker'] })}\n`);
  });

  it.each([
    '',
    'sync:',
    'sync:abc',
    'sync:ABC:*',
    'sync:a:b c',
    'job.x.',
    `sync:a:${'x'.repeat(MAX_SYNC_TOPIC_CHARS)}`,
  ])('is not read from %.40j', (topic) => {
    expect(parseSyncTopic(topic)).toBeUndefined();
  });
});
