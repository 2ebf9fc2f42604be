/** The words of ZMTP 3.0, enough to play a subscriber whose wishes are not sound. */

const NULL_MECHANISM = Buffer.from('NULL'.padEnd(20, '\0'));

export const GREETING = Buffer.concat([
  Buffer.from([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]),
  NULL_MECHANISM,
  Buffer.alloc(32),
]);

export const READY = command('READY', Buffer.concat([short('Socket-Type'), long('SUB')]));

/** A subscription to everything that begins so. */
export function subscription(topic: Buffer | string): Buffer {
  return message(Buffer.concat([Buffer.from([1]), Buffer.from(topic)]));
}

export function message(body: Buffer): Buffer {
  return frame(0, body);
}

function command(name: string, data: Buffer): Buffer {
  return frame(4, Buffer.concat([short(name), data]));
}

function frame(flags: number, body: Buffer): Buffer {
  if (body.length < 256) return Buffer.concat([Buffer.from([flags, body.length]), body]);
  const head = Buffer.alloc(9);
  head[0] = flags + 2;
  head.writeBigUInt64BE(BigInt(body.length), 1);
  return Buffer.concat([head, body]);
}

function short(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
}

function long(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
}
