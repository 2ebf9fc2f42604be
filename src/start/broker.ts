import { createRequire } from 'node:module';
import path from 'node:path';
import { CompiledProgram } from './compiled-program.ts';

/** See main.ts. */
declare const PROGRAM_MARKS: { readonly 'broker-program': string };

/** What the program exports. */
interface Started {
  readonly open: Promise<void>;
}

const file = path.join(__dirname, 'broker-program.cjs');
const program = CompiledProgram.load(file, { mark: PROGRAM_MARKS['broker-program'], command: 'broker' });
const { open } = program.run(createRequire(file)) as Started;
// What a start compiles is of use to the next one, and Codex takes longer. What jobs compile would only be memory of a broker that waits.
void open.then(() => program.keep(0));
