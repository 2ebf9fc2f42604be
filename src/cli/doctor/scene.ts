import path from 'node:path';
import { type CodexBinary, CodexNotFound } from '../../config/codex-binary.ts';
import {
  type BrokerPlace,
  brokerPlaceFor,
  type Config,
  configuredCodex,
  surveyConfig,
  type Workspace,
} from '../../config/config.ts';
import { ConfigError } from '../../config/config-error.ts';
import { workspaceDirectory } from '../../config/paths.ts';
import { workspaceRootOf } from '../../config/workspace-root.ts';
import { thisProgram } from '../this-program.ts';

/** What is looked at. Unlike the context of other commands it can be had where everything is wrong. */
export interface Scene extends Config {
  /** What in the environment cannot be used, in a sentence each. */
  readonly unusable: readonly string[];
  readonly workspace: Workspace;
  /** Null when there is none: `codexMissing` says why. */
  readonly codex: CodexBinary | null;
  readonly codexMissing: string | null;
  /** Where the broker of this workspace and this Codex would be; null without a Codex, or a place for its sockets. */
  readonly place: BrokerPlace | null;
  /** Our own program. */
  readonly program: string;
  readonly nowMs: number;
  readonly system: { readonly platform: NodeJS.Platform; readonly arch: string };
}

/** What the environment and the settings files say, before any place that they name is looked at. */
export interface Survey {
  readonly config: Config;
  readonly unusable: readonly string[];
  readonly workspaceRoot: string;
  readonly cwd: string;
}

/** @throws ConfigError when `directory` is none. */
export function survey(directory: string): Survey {
  const cwd = path.resolve(directory);
  const workspaceRoot = workspaceRootOf(cwd);
  return { ...surveyConfig(workspaceRoot), workspaceRoot, cwd };
}

export function openScene({ config, unusable, workspaceRoot: root, cwd }: Survey): Scene {
  const workspace = { root, cwd, directory: workspaceDirectory(config.stateRoot, root) };
  const { platform, arch } = process;
  const around = { program: thisProgram(), nowMs: Date.now(), system: { platform, arch } };
  return { ...config, unusable, workspace, ...codexOf(config, root), ...around };
}

function codexOf(config: Config, workspaceRoot: string): Pick<Scene, 'codex' | 'codexMissing' | 'place'> {
  try {
    const codex = configuredCodex(config);
    return { codex, codexMissing: null, place: placeOf(config, workspaceRoot) };
  } catch (error) {
    if (error instanceof CodexNotFound) return { codex: null, codexMissing: error.detail, place: null };
    throw error;
  }
}

/** Without one the check of the settings says why. */
function placeOf(config: Config, workspaceRoot: string): BrokerPlace | null {
  try {
    return brokerPlaceFor(config, workspaceRoot);
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
