import type { Command } from 'commander';
import { releaseSession } from '../../client/release-session.ts';
import { loadConfig } from '../../config/config.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { processIo } from '../io.ts';

/** Nobody waits for this process, so it bounds its own life, whatever the brokers do. */
const RELEASE_MS = 15_000;

/** For the hook that ends a session; see hooks/session-end.ts. */
export function sessionCommand(program: Command): void {
  program
    .command('session', { hidden: true })
    .command('release')
    .description('Cancels the foreground jobs of a session that has ended; its background jobs go on.')
    .argument('<session>', 'id of the session')
    .option('--json', 'print one JSON document on stdout')
    .action(async (sessionId: string, options: { readonly json?: boolean }) => {
      setTimeout(() => process.exit(EXIT.brokerUnreachable), RELEASE_MS).unref();
      const io = processIo();
      const { cancelled, failed } = await releaseSession(loadConfig(null), sessionId);
      if (options.json) io.json({ sessionId, cancelled });
      else for (const id of cancelled) io.out(`Cancelled ${id}\n`);
      if (failed.length > 0)
        throw new CliError(EXIT.brokerUnreachable, `Cannot end every job of the session: ${failed.join('; ')}`);
    });
}
