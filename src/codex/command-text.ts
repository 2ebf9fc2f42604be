import { oneLine } from '../util/plain-text.ts';

const COMMAND_CHARS = 200;

// Of a command that is much longer than what is shown, the rest is not worth reading; of 16 MB, it would be too deep.
const READ_CHARS = 65_536;

// "/bin/bash -lc …": the shell that Codex puts in front of every command.
const SHELL = /^(?:\S*\/)?(?:ba|z|da|k)?sh\s+-[a-z]*c\s+/u;

// One piece of a shell word: '…', "…", an escaped character, or plain characters.
const PIECE = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/guy;

/** The command that the shell is told to run, on one line of at most 200 characters. */
export function commandText(command: string): string {
  const beginning = command.trim().slice(0, READ_CHARS);
  const inner = beginning.replace(SHELL, '');
  return oneLine(inner === beginning ? beginning : (unquoted(inner) ?? inner), COMMAND_CHARS);
}

/** The word without its quotes; undefined when the text is not exactly one shell word. */
function unquoted(text: string): string | undefined {
  // Most commands are one pair of quotes.
  if (text.startsWith("'") && text.indexOf("'", 1) === text.length - 1) return text.slice(1, -1);
  let word = '';
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const [piece, single, double, escaped, plain] = match;
    word += single ?? double?.replace(/\\(["\\$`])/gu, '$1') ?? escaped ?? plain ?? '';
    end += piece.length;
  }
  return end === text.length ? word : undefined;
}

// Between the start of a simple command and its program: variables, and programs that run another one.
const PREFIX = String.raw`(?:^|&&|\|\||[;|(\n])\s*(?:\w+=\S*\s+)*(?:(?:npx|pnpm exec|yarn dlx|bunx|uv run|poetry run|bundle exec|time|env|sudo)\s+(?:-\S+\s+)*)*(?:\S*\/)?`;
const CHECKERS =
  'vitest|jest|mocha|ava|pytest|py\\.test|tox|nox|rspec|phpunit|ctest|tsc|eslint|biome|ruff|mypy|pyright|flake8|pylint|shellcheck|golangci-lint|make|ninja|bazel|gradlew?|mvn|xcodebuild';
const RUNNERS =
  '(?:npm|pnpm|yarn|bun|deno|cargo|go|dotnet|swift|mix|zig|rake|just|task|node|python3?)\\s+(?:run(?:-script)?\\s+|-m\\s+|--(?=test))*';
const CHECKS = '[\\w:.-]*(?:test|build|lint|check|vet|clippy|verify|mypy|compileall)';

const VERIFYING = new RegExp(`${PREFIX}(?:(?:${CHECKERS})\\b|${RUNNERS}${CHECKS})`, 'u');

/** Whether a command (as {@link commandText} gives it) looks like one that tests, builds or checks. */
export function isVerification(command: string): boolean {
  return VERIFYING.test(command);
}
