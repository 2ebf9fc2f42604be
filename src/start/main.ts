import { createRequire } from 'node:module';
import path from 'node:path';
import { CompiledProgram } from './compiled-program.ts';
import { isEveryday } from './everyday.ts';

/** What the bundler says of the programs beside this one: the last line of each, which no other text has. */
declare const PROGRAM_MARKS: { readonly everyday: string; readonly program: string };

const [, , command = ''] = process.argv;
const name = isEveryday(command) ? 'everyday' : 'program';
const file = path.join(__dirname, `${name}.cjs`);
const program = CompiledProgram.load(file, { mark: PROGRAM_MARKS[name], command });
// What V8 has compiled is worth keeping when the command was one.
process.on('exit', (code) => program.keep(code));
program.run(createRequire(file));
