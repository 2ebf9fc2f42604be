import { expect, test } from 'vitest';
import { sources } from './sources.ts';

// What differs between systems is decided in few files, by tables that take the platform as an argument.

/** May ask which system this is, and for what. */
const MAY_ASK: Readonly<Record<string, string>> = {
  'src/cli/doctor/scene.ts': 'what doctor looks at, for all of its checks',
  'src/config/codex-binary.ts': 'what Codex is called, and what starts it',
  'src/config/default-places.ts': 'where settings, state and sockets are',
  'src/config/paths.ts': 'what a socket is called',
  'src/notify/channels/desktop.ts': 'what puts a notification on the desktop',
  'src/status/process-table.ts': 'how the system is asked about processes',
  'src/terminal/ability.ts': 'which terminals have no name',
  'src/util/directory-entry.ts': 'what it takes to move and remove a file, and that it lasts',
  'src/util/local-endpoint.ts': 'what a socket looks like',
  'src/util/npm-program.ts': 'what npm is',
  'src/util/process-tree.ts': 'how a process is ended with its children',
  'src/util/program-file.ts': 'where a program is looked for',
  'src/util/search-path.ts': 'how PATH is written',
};

test('only few files ask which system this is', () => {
  const asking = sources().filter(({ text }) =>
    /process\.platform|\{[^}]*\bplatform\b[^}]*\} = process\b|os\.platform\(/u.test(text),
  );
  expect(asking.map(({ file }) => file)).toEqual(Object.keys(MAY_ASK));
});

test('only these files rename: elsewhere Windows would be forgotten', () => {
  const renaming = sources().filter(({ text }) => /\brename(?:Sync)?\(|\brenameSync\b/u.test(text));
  // Of the loader no other file is a part, and what it cannot write it does without.
  expect(renaming.map(({ file }) => file)).toEqual(['src/start/compiled-program.ts', 'src/util/directory-entry.ts']);
});
