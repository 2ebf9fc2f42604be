/** Whole lines of a byte stream, without their ends. A last line without one is dropped. */
export async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<string> {
  let open: Buffer[] = [];
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...open, chunk.subarray(from, at)]).toString('utf8');
      open = [];
      from = at + 1;
    }
    open.push(chunk.subarray(from));
  }
}
