// node turn.mjs CODEX PROMPT: starts an app-server, plays one turn, and leaves.
import { BareAppServer } from './app-server.ts';

const [, , codex = '', prompt = ''] = process.argv;
const server = await BareAppServer.start({ codex, cwd: process.cwd(), env: process.env });
await server.turn(prompt);
console.log('done');
// Its standard input ends with us, and so does it.
process.exit();
