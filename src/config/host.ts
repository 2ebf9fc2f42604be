import type { Environment } from './setting.ts';

/** What the program that runs our hooks says by its environment; null for what it does not say. */
export interface HostEnvironment {
  /** A file of `export` lines that the host reads before each command of its session. */
  readonly envFile: string | null;
  readonly pluginData: string | null;
  readonly projectDirectory: string | null;
}

export function hostEnvironment(environment: Environment = process.env): HostEnvironment {
  return {
    envFile: environment['CLAUDE_ENV_FILE'] || null,
    pluginData: environment['CLAUDE_PLUGIN_DATA'] || null,
    projectDirectory: environment['CLAUDE_PROJECT_DIR'] || null,
  };
}
