import { expect, test } from 'vitest';
import { faultOfCall } from '../../src/workers/call-fault.ts';
import type { CallError } from '../../src/workers/port.ts';

const cases: ReadonlyArray<readonly [error: CallError, reason: string, message: RegExp]> = [
  [{ kind: 'deadline', message: 'No answer within 30 s' }, 'start_timeout', /^No answer within 30 s$/u],
  [{ kind: 'closed', message: 'The job was asked to stop' }, 'app_server_exited', /^The job was asked to stop$/u],
  [
    { kind: 'rpc', code: -32600, message: 'no such thread' },
    'turn_failed',
    /"thread\/resume".*no such thread.*-32600/u,
  ],
  [{ kind: 'rpc', code: -32601, message: 'unknown' }, 'protocol_error', /unknown/u],
  [{ kind: 'rpc', code: -32001, message: 'busy' }, 'server_overloaded', /busy/u],
];

test.each(cases)('%o is a fault of reason %s', (error, reason, message) => {
  expect(faultOfCall('thread/resume', error)).toMatchObject({ reason, message: expect.stringMatching(message) });
});
