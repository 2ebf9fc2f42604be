import path from 'node:path';
import { type ClientContext, clientContext } from '../client/context.ts';
import {
  type Config,
  loadWorkspace,
  problemsOf,
  refuseProblems,
  surveyConfig,
  type Workspace,
} from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { workspaceRootOf } from '../config/workspace-root.ts';
import { type Io, processIo } from './io.ts';
import { sentence } from './sentence.ts';
import { thisProgram } from './this-program.ts';

/** What every command works with: a client of the workspace that it was called for, and its streams. */
export interface Context extends ClientContext {
  readonly io: Io;
}

type Configured = Pick<Context, 'config' | 'io'>;

/** Of what is wrong in settings files so many sentences are said. */
const MAX_TOLD_PROBLEMS = 5;

/**
 * For a command that looks, or ends something: what is wrong in a settings file is said on stderr, and the rest counts.
 * @throws ConfigError for the environment; DirectoryRefused
 */
export function openContext(cwd: string | undefined): Context {
  const context = openQuietly(cwd);
  tellProblems(context);
  return context;
}

/**
 * For a command that shows what is configured, and where: the same, and no folder of state is looked at, so that one which
 * is refused keeps nobody from seeing where its name comes from.
 * @throws ConfigError for the environment
 */
export function openSettings(cwd: string | undefined): Configured {
  const { config, unusable } = surveyConfig(workspaceRootOf(path.resolve(cwd ?? process.cwd())));
  const [why] = unusable;
  if (why !== undefined) throw new ConfigError(why);
  const configured = { config, io: processIo() };
  tellProblems(configured);
  return configured;
}

function tellProblems({ config, io }: Configured): void {
  const problems = problemsOf(config);
  for (const problem of problems.slice(0, MAX_TOLD_PROBLEMS)) io.note(sentence(`${problem}; going on without it`));
  const untold = problems.length - MAX_TOLD_PROBLEMS;
  if (untold > 0) io.note(`${untold} more settings of these files are not used (see "codex-companion config --paths")`);
}

/** For a command that makes a job here: nobody types a prompt for one that will be refused. @throws ConfigError, DirectoryRefused */
export function openContextForJob(cwd: string | undefined): Context {
  const context = openQuietly(cwd);
  refuseProblems(context.config);
  return context;
}

function openQuietly(cwd: string | undefined): Context {
  const { config, workspace } = loadWorkspace(cwd ?? process.cwd());
  return contextFor(config, workspace, processIo());
}

/** @throws DirectoryRefused when the workspace's folder is not private to this user. */
export function contextFor(config: Config, workspace: Workspace, io: Io): Context {
  return { ...clientContext({ config, workspace, program: thisProgram(), warn: io.note }), io };
}
