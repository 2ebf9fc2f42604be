import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../src/rpc/message.ts';

describe('parseMessage', () => {
  it.each([
    ['{"id":0,"method":"a","params":{"b":1}}', { kind: 'request', id: 0, method: 'a', params: { b: 1 } }],
    ['{"jsonrpc":"2.0","id":"x","method":"a"}', { kind: 'request', id: 'x', method: 'a', params: undefined }],
    ['{"method":"a","params":{},"emittedAtMs":5}', { kind: 'notification', method: 'a', params: {} }],
    ['{"id":1,"result":{"ok":true}}\r', { kind: 'response', id: 1, result: { ok: true } }],
    ['{"id":1,"result":null,"error":null}', { kind: 'response', id: 1, result: null }],
    ['{"id":1}', { kind: 'response', id: 1, result: undefined }],
    [
      '{"id":1,"error":{"code":-32001,"message":"busy","data":{"a":1}}}',
      { kind: 'error', id: 1, error: { code: -32001, message: 'busy', data: { a: 1 } } },
    ],
    [
      '{"id":1,"error":"no"}',
      { kind: 'error', id: 1, error: { code: -32603, message: 'an error without a message', data: 'no' } },
    ],
  ])('reads %s', (text, expected) => {
    expect(parseMessage(text)).toEqual(expected);
  });

  it.each([
    ['WARNING: proceeding', 'not JSON'],
    ['', 'not JSON'],
    ['[]', 'not an object'],
    ['null', 'not an object'],
    ['7', 'not an object'],
    ['{}', 'neither a call nor a reply'],
    ['{"id":null,"error":{"code":1,"message":"m"}}', 'neither a call nor a reply'],
    ['{"method":7}', '"method" is not a string'],
    ['{"id":null,"method":"a"}', '"id" is no id'],
  ])('says why %j is no message', (text, why) => {
    expect(parseMessage(text)).toEqual({ kind: 'invalid', why });
  });
});
