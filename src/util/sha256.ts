import { hash } from 'fast-sha256';

/** The SHA-256 of a text, in hexadecimal. For short texts: to load Node's own takes longer than most commands run. */
export function sha256Hex(text: string): string {
  return Buffer.from(hash(Buffer.from(text, 'utf8'))).toString('hex');
}
