import type { Context } from './context.ts';
import { CliError, EXIT } from './exit-codes.ts';

/**
 * A bare `--resume` takes no word of the prompt, also not the end of a job's id, which does not look like one. Nobody
 * begins a prompt so by chance. @throws CliError (exit 2)
 */
export function refuseIdAsPrompt({ store }: Context, words: readonly string[]): void {
  const [first = ''] = words.join(' ').split(/\s/u);
  const found = store.findByPrefix(first);
  if (found.kind !== 'found' || !found.job.id.endsWith(`-${first}`)) return;
  throw new CliError(
    EXIT.usage,
    `Cannot tell whether "${first}" is a part of the prompt: it is the end of ${found.job.id} (write --resume=${first} to go on with that job)`,
  );
}
