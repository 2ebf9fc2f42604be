import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../support/codex-package.ts';

/** A source file of the product. */
export interface Source {
  /** From the root of the project, with slashes. */
  readonly file: string;
  readonly text: string;
}

export function sources(): Source[] {
  return readdirSync(path.join(PROJECT_ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      file: `src/${name.split(path.sep).join('/')}`,
      text: readFileSync(path.join(PROJECT_ROOT, 'src', name), 'utf8'),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
