import { Command } from 'commander';
import { VERSION } from '../contract/version.ts';
import { adversarialReviewCommand } from './commands/adversarial-review.ts';
import { brokerCommand } from './commands/broker.ts';
import { cancelCommand } from './commands/cancel.ts';
import { completionCommand } from './commands/completion.ts';
import { configCommand } from './commands/config.ts';
import { doctorCommand } from './commands/doctor.ts';
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
import { watchCommand } from './commands/watch.ts';
import { EXIT_MEANINGS } from './exit-codes.ts';
import { sentence } from './sentence.ts';

/** The whole command line: every command with its options, arguments and words of help. */
export function buildProgram(): Command {
  const program = new Command('codex-companion')
    .description('Hands jobs to OpenAI Codex: they always end, and their status is always true.')
    .version(VERSION, '-V, --version')
    .configureOutput({ outputError: (text, write) => write(usageError(text)) })
    .addHelpText('after', exitCodesHelp())
    .exitOverride();
  for (const add of [
    taskCommand,
    reviewCommand,
    adversarialReviewCommand,
    statusCommand,
    waitCommand,
    watchCommand,
    resultCommand,
    cancelCommand,
    retryCommand,
    logsCommand,
    eventsCommand,
    explainCommand,
    pruneCommand,
    setupCommand,
    configCommand,
    completionCommand,
    doctorCommand,
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

/** In two columns, the first half of them beside the second. */
function exitCodesHelp(): string {
  const entries = Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `${code.padEnd(3)}  ${meaning}`);
  const half = Math.ceil(entries.length / 2);
  const lines = entries.slice(0, half).map((left, at) => `  ${left.padEnd(33)}${entries[half + at] ?? ''}`.trimEnd());
  return `\nExit status:\n${lines.join('\n')}`;
}

/** Commander's words in one line, as every other error of ours is. */
function usageError(text: string): string {
  return `codex-companion: ${sentence(text.replace(/^error: /u, ''))} (see --help)\n`;
}
