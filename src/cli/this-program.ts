import { realpathSync } from 'node:fs';

/** The bundle that runs here, wherever a link to it lies. */
export function thisProgram(): string {
  return realpathSync(process.argv[1] ?? '');
}
