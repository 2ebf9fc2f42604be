import path from 'node:path';
import type { Command } from 'commander';
import { askCodex, codexError, isTooOld } from '../../client/ask-codex.ts';
import type { ControlResult } from '../../contract/control.ts';
import { DeadlineExceeded } from '../../util/deadline.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { type CommonOptions, nameArgument, withCommonOptions } from '../options.ts';
import { withProgress } from '../progress/progress.ts';
import { recordedThread } from '../transfer/ledger.ts';
import { transcriptToTransfer } from '../transfer/source.ts';

/** Longest time for an import, with the start of a broker. */
const TRANSFER_MS = 60_000;

interface TransferOptions extends CommonOptions {
  readonly source?: string;
}

export function transferCommand(program: Command): void {
  withCommonOptions(program.command('transfer'))
    .summary('make a Codex thread of a Claude session')
    .description('Has Codex import the transcript of a Claude Code session, and says how to go on with it there.')
    .option(
      '--source <file.jsonl>',
      'the transcript, below ~/.claude/projects; that of this session without it',
      nameArgument,
    )
    .action(async (options: TransferOptions) => {
      const context = openContext(options.cwd);
      const sourcePath = transcriptToTransfer(context, options.source);
      const threadId = await withProgress(
        context,
        'Having Codex import the session',
        () => transfer(context, sourcePath),
        { quiet: options.json === true },
      );
      const resumeCommand = `codex resume ${threadId}`;
      const sessionId = path.basename(sourcePath, '.jsonl');
      if (options.json) context.io.json({ threadId, resumeCommand, sourcePath, sessionId });
      else context.io.foreign(rendered(sessionId, threadId, resumeCommand));
    });
}

/** The thread that Codex tells of, else the one in its records: of an import that it has done before it tells nothing. */
async function transfer(context: Context, sourcePath: string): Promise<string> {
  const { threadId, failure } = await imported(context, sourcePath);
  const found = threadId ?? recordedThread(context.config.codexHome, sourcePath);
  if (found !== null) return found;
  if (failure !== null) throw new CliError(EXIT.jobFailed, `Codex cannot import the Claude session: ${failure}`);
  throw new CliError(
    EXIT.jobFailed,
    `Codex says that the import is done, but did not record an imported thread (nothing of "${sourcePath}" could be used, or this Codex keeps its records elsewhere than in "${context.config.codexHome}")`,
  );
}

async function imported(context: Context, path: string): Promise<ControlResult<'codex/importSession'>> {
  try {
    return await askCodex(context, 'codex/importSession', { path, cwd: context.workspace.cwd }, TRANSFER_MS);
  } catch (error) {
    if (isTooOld(error)) {
      const remedy = 'update it with "npm install -g @openai/codex@latest", then retry';
      throw new CliError(EXIT.codexUnusable, `This Codex does not support Claude session transfer (${remedy})`);
    }
    if (error instanceof DeadlineExceeded) {
      const message = `Codex has not finished the import within ${TRANSFER_MS / 1000} s (retry: what is imported already is found again)`;
      throw new CliError(EXIT.deadline, message, { cause: error });
    }
    throw codexError(error);
  }
}

function rendered(sessionId: string, threadId: string, resumeCommand: string): string {
  return [
    `Transferred the Claude session ${sessionId} to a Codex thread.`,
    '',
    `Codex session ID: ${threadId}`,
    `Resume in Codex: ${resumeCommand}`,
    '',
  ].join('\n');
}
