// node reader.mjs CODEX PROMPT: plays one turn, and says how many notifications came and what reading them took.
import { BareAppServer } from './app-server.ts';

const [, , codex = '', prompt = ''] = process.argv;
const server = await BareAppServer.start({ codex, cwd: process.cwd(), env: process.env });
const before = process.cpuUsage();
await server.turn(prompt);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpuMs: (user + system) / 1_000 }));
process.exit();
