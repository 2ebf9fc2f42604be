import { describe, expect, it } from 'vitest';
import { faultOfRpcError, faultOfTurnError } from '../../src/codex/reasons.ts';

describe('faultOfTurnError', () => {
  it.each([
    ['usageLimitExceeded', 'usage_limit'],
    ['usage_limit_exceeded', 'usage_limit'],
    ['unauthorized', 'unauthorized'],
    ['contextWindowExceeded', 'context_window'],
    ['serverOverloaded', 'server_overloaded'],
    [{ httpConnectionFailed: { httpStatusCode: 401 } }, 'unauthorized'],
    [{ responseTooManyFailedAttempts: { httpStatusCode: 429 } }, 'turn_failed'],
    [{ responseStreamDisconnected: { httpStatusCode: null } }, 'turn_failed'],
    ['other', 'turn_failed'],
    ['somethingNew', 'turn_failed'],
    [{}, 'turn_failed'],
    [null, 'turn_failed'],
    [undefined, 'turn_failed'],
    [7, 'turn_failed'],
  ])('with %j has the reason %s', (codexErrorInfo, reason) => {
    const fault = faultOfTurnError({ message: 'No', codexErrorInfo, additionalDetails: null });
    expect(fault).toEqual({ reason, message: 'No' });
  });

  it('gives the details where they say more than the message', () => {
    const error = { message: 'stream broke: HTTP 500', codexErrorInfo: 'other' };
    expect(faultOfTurnError({ ...error, additionalDetails: 'try\nlater' }).message).toBe(
      'stream broke: HTTP 500 (try later)',
    );
    expect(faultOfTurnError({ ...error, additionalDetails: 'HTTP 500' }).message).toBe('stream broke: HTTP 500');
  });
});

describe('faultOfRpcError', () => {
  it.each([
    [{ code: -32001, message: 'busy' }, 'server_overloaded'],
    [{ code: -32601, message: 'unknown method' }, 'protocol_error'],
    [{ code: -32600, message: 'thread not found' }, 'turn_failed'],
    [{ code: -32600, message: 'no', data: { codexErrorInfo: 'unauthorized' } }, 'unauthorized'],
    [{ code: -32602, message: 'input too large', data: { input_error_code: 'input_too_large' } }, 'turn_failed'],
  ])('of %j has the reason %s and names the method', (error, reason) => {
    expect(faultOfRpcError('turn/start', error)).toEqual({
      reason,
      message: `Codex refused "turn/start": ${error.message} (code ${error.code})`,
    });
  });
});
