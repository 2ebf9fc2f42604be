// node pool.mjs TASK COUNT: a pool with one running task; after a line on standard input, with COUNT of them.
import { once } from 'node:events';
import { Piscina } from 'piscina';

const [, , filename = '', count = ''] = process.argv;
const pool = new Piscina({ filename, minThreads: 1, maxThreads: Number(count) });
const begun = once(pool, 'message');
void pool.run(null);
await begun;
console.log('one');
await once(process.stdin, 'data');
let running = 1;
const all = new Promise<void>((resolve) => {
  pool.on('message', () => {
    running += 1;
    if (running === Number(count)) resolve();
  });
});
for (let n = 1; n < Number(count); n += 1) void pool.run(null);
await all;
console.log('all');
