import { Command, CommanderError } from 'commander';
import { messageOf } from '../contract/fault.ts';
import { VERSION } from '../contract/version.ts';
import { plainText } from '../util/plain-text.ts';
import { prepareArguments } from './arguments.ts';
import { adversarialReviewCommand } from './commands/adversarial-review.ts';
import { brokerCommand } from './commands/broker.ts';
import { cancelCommand } from './commands/cancel.ts';
import { eventsCommand } from './commands/events.ts';
import { explainCommand } from './commands/explain.ts';
import { hookCommand } from './commands/hook.ts';
import { logsCommand } from './commands/logs.ts';
import { pruneCommand } from './commands/prune.ts';
import { resultCommand } from './commands/result.ts';
import { retryCommand } from './commands/retry.ts';
import { reviewCommand } from './commands/review.ts';
import { sessionCommand } from './commands/session.ts';
import { setupCommand } from './commands/setup.ts';
import { statusCommand } from './commands/status.ts';
import { taskCommand } from './commands/task.ts';
import { taskResumeCandidateCommand } from './commands/task-resume-candidate.ts';
import { transferCommand } from './commands/transfer.ts';
import { waitCommand } from './commands/wait.ts';
import { EXIT, exitCodeForError } from './exit-codes.ts';
import { sentence } from './sentence.ts';

const EXIT_CODES_HELP = `
Exit status:
  0    done                          5    Codex missing, unusable or not logged in
  1    the job failed                6    usage limit
  2    usage                         124  a deadline ended the job, or the wait
  3    no such job                   130  interrupted or cancelled
  4    broker cannot be reached      143  terminated`;

function buildProgram(): Command {
  const program = new Command('codex-companion')
    .description('Hands jobs to OpenAI Codex: they always end, and their status is always true.')
    .version(VERSION, '-V, --version')
    .configureOutput({ outputError: (text, write) => write(usageError(text)) })
    .addHelpText('after', EXIT_CODES_HELP)
    .exitOverride();
  for (const add of [
    taskCommand,
    reviewCommand,
    adversarialReviewCommand,
    statusCommand,
    waitCommand,
    resultCommand,
    cancelCommand,
    retryCommand,
    logsCommand,
    eventsCommand,
    explainCommand,
    pruneCommand,
    setupCommand,
    transferCommand,
    taskResumeCandidateCommand,
    brokerCommand,
    hookCommand,
    sessionCommand,
  ]) {
    add(program);
  }
  return program;
}

async function main(): Promise<void> {
  let settled = false;
  // Until a command says how it ended, it has not: a loop that drains early must not look like success.
  process.once('beforeExit', () => {
    if (settled) return;
    process.exitCode = EXIT.jobFailed;
    process.stderr.write('codex-companion: ended without an answer; this is a defect\n');
  });
  try {
    const program = buildProgram();
    await program.parseAsync(prepareArguments(program, process.argv.slice(2)), { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  } finally {
    settled = true;
  }
}

/** Commander's words in one line, as every other error of ours is. */
function usageError(text: string): string {
  return `codex-companion: ${sentence(text.replace(/^error: /u, ''))} (see --help)\n`;
}

function report(error: unknown): number {
  // Commander has said what was wrong; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const exitCode = exitCodeForError(error);
  const text = exitCode === null ? defect(error) : messageOf(error);
  // A mistake of the caller's is told in one line; of other errors, the last lines of a log may be a part.
  process.stderr.write(`codex-companion: ${exitCode === EXIT.usage ? sentence(text) : plainText(text)}\n`);
  return exitCode ?? EXIT.jobFailed;
}

function defect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
}

void main();
