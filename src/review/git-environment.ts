type Environment = Readonly<Record<string, string | undefined>>;

// What a hook of git's leaves behind would point at another repository or index than the directory does,
// and the rest would change what a diff looks like.
const DROPPED = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_PREFIX',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_NAMESPACE',
  'GIT_GRAFT_FILE',
  'GIT_SHALLOW_FILE',
  'GIT_EXTERNAL_DIFF',
  'GIT_DIFF_OPTS',
]);

/** `environment` for a git that reads what is in its working directory, asks nobody and speaks English. */
export function gitEnvironment(environment: Environment): Record<string, string | undefined> {
  const kept = Object.entries(environment).filter(([name]) => !DROPPED.has(name));
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', LANGUAGE: '' };
}

/**
 * Before every subcommand. Without the index refresh `git diff` would write the index, locks or not; a file
 * system monitor would be a process that stays.
 */
export const GIT_FLAGS = [
  '--no-pager',
  ...['-c', 'core.quotePath=off'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'diff.autoRefreshIndex=false'],
  ...['-c', 'color.ui=false'],
] as const;

/** After `diff`: what the user's settings may not change, and no programs of theirs. */
export const DIFF_FLAGS = [
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--find-renames',
  '--submodule=short',
] as const;

export const PATCH_FLAGS = ['--patch', '--unified=3', '--src-prefix=a/', '--dst-prefix=b/'] as const;
