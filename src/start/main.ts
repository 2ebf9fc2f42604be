import { createRequire } from 'node:module';
import path from 'node:path';
import { CompiledProgram } from './compiled-program.ts';
import { type ProgramName, programOf } from './everyday.ts';

/** What the bundler says of the programs beside this one: the last line of each, which no other text has. */
declare const PROGRAM_MARKS: Readonly<Record<ProgramName, string>>;

/** What a program may export. */
interface Started {
  readonly asksForMore?: Promise<boolean>;
}

const args = process.argv.slice(2);
const [command = ''] = args;
let running: CompiledProgram | undefined;
// What V8 has compiled is worth keeping when the command was one.
process.on('exit', (code) => running?.keep(code));
void start(programOf(args));

async function start(name: ProgramName): Promise<void> {
  const file = path.join(__dirname, `${name}.cjs`);
  const program = CompiledProgram.load(file, { mark: PROGRAM_MARKS[name], command });
  running = program;
  const { asksForMore } = program.run(createRequire(file)) as Started;
  if (await asksForMore) await start('everyday');
}
