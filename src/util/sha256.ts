import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** The SHA-256 of a text, in hexadecimal. For short texts: to load Node's own takes longer than most commands run. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(text));
}
