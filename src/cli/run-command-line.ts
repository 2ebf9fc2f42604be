import { type Command, CommanderError } from 'commander';
import { messageOf } from '../contract/fault.ts';
import { plainText } from '../util/plain-text.ts';
import { prepareArguments } from './arguments.ts';
import { EXIT, exitCodeForError } from './exit-codes.ts';
import { processIo } from './io.ts';
import { type Loaders, programFor } from './program.ts';
import { sentence } from './sentence.ts';

export interface RunOptions {
  /** Asked when a command is about to begin, and can say that it is not to. */
  readonly refuses?: (command: Command) => boolean;
}

/** Runs the command line of this process, and ends it. @returns true when its command was refused, before it had begun. */
export async function runCommandLine(commands: Loaders, { refuses = () => false }: RunOptions = {}): Promise<boolean> {
  let settled = false;
  // Until a command says how it ended, it has not: a loop that drains early must not look like success.
  process.once('beforeExit', () => {
    if (settled) return;
    process.exitCode = EXIT.jobFailed;
    process.stderr.write('codex-companion: ended without an answer; this is a defect\n');
  });
  try {
    const args = process.argv.slice(2);
    const program = await programFor(commands, args);
    program.hook('preAction', (_program, command) => {
      if (refuses(command)) throw new Refused();
    });
    await program.parseAsync(prepareArguments(program, args), { from: 'user' });
  } catch (error) {
    if (error instanceof Refused) return true;
    process.exitCode = report(error);
  } finally {
    settled = true;
  }
  await processIo().written();
  // The command is over. Nothing that is still open may keep its process, and nobody waits for it to be closed.
  process.exit();
}

class Refused extends Error {}

function report(error: unknown): number {
  // Commander has said what was wrong; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const exitCode = exitCodeForError(error);
  const text = exitCode === null ? defect(error) : messageOf(error);
  // A mistake of the caller's is told in one line; of other errors, the last lines of a log may be a part.
  processIo().err(`codex-companion: ${exitCode === EXIT.usage ? sentence(text) : plainText(text)}\n`);
  return exitCode ?? EXIT.jobFailed;
}

function defect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
}
