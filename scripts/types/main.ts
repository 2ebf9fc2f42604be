// Writes the types of what other programs import. Arguments: the root of the project, the folder of the compiler's declarations of
// src/, and the folder of the types, which is made anew.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { declarations } from './declarations.ts';

const [root = '.', emitted = '.', target = 'types'] = process.argv.slice(2);

const files = await declarations(root, emitted);
rmSync(target, { recursive: true, force: true });
for (const [name, text] of files) {
  const file = path.join(target, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
