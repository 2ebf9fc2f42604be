/** 128 bits in hexadecimal that nobody can foresee: an id only has to be a different one. */
export function newSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
}
