import { createRequire } from 'node:module';
import path from 'node:path';
import { CompiledProgram } from './compiled-program.ts';

/** See main.ts. */
declare const PROGRAM_MARKS: { readonly 'broker-program': string };

/** By then a broker has done what it does at every start. */
const KEEP_AFTER_MS = 5_000;

const file = path.join(__dirname, 'broker-program.cjs');
const program = CompiledProgram.load(file, { mark: PROGRAM_MARKS['broker-program'], command: 'broker' });
setTimeout(() => program.keep(0), KEEP_AFTER_MS).unref();
process.on('exit', () => program.keep(0));
program.run(createRequire(file));
