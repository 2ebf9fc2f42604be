import path from 'node:path';
import type { ApprovalRule, Sandbox } from '../contract/job.ts';
import { isDirectory } from '../util/is-directory.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import type { SandboxChoice } from './sandbox-choice.ts';

/** What a job may do beyond reading; a review has none of it. */
export interface Permissions {
  readonly sandbox: Sandbox | null;
  readonly network: boolean;
  readonly addDirs: string[];
  readonly onApproval: ApprovalRule;
}

export const READ_ONLY: Permissions = { sandbox: 'read-only', network: false, addDirs: [], onApproval: 'decline' };

export interface PermissionOptions {
  readonly write?: boolean | undefined;
  readonly sandbox?: SandboxChoice | undefined;
  readonly network?: boolean | undefined;
  readonly addDir?: readonly string[] | undefined;
  readonly onApproval?: ApprovalRule | undefined;
}

/** What the options are called where they are given. */
export type PermissionNames = Readonly<Record<'write' | 'sandbox' | 'network' | 'addDir', string>>;

/** @throws ClientError (`invalid_request`) for options that contradict each other. */
export function permissionsOf(
  { workspace, config }: ClientContext,
  options: PermissionOptions,
  called: PermissionNames,
): Permissions {
  const { write, network = false, addDir = [] } = options;
  if (write && options.sandbox === 'read-only')
    throw invalid(`Choose ${called.write} or ${called.sandbox} read-only, not both`);
  const chosen = options.sandbox ?? (write ? 'workspace-write' : 'read-only');
  const beyond = network || addDir.length > 0;
  if (beyond && chosen === 'read-only')
    throw invalid(
      `${called.network} and ${called.addDir} widen a sandbox that may write: add ${called.write}, or choose one with ${called.sandbox}`,
    );
  return {
    sandbox: chosen === 'inherit' ? null : chosen,
    network,
    addDirs: addDir.map((directory) => existingDirectory(path.resolve(workspace.cwd, directory))),
    onApproval: options.onApproval ?? withoutAsking(config.settings.onApproval),
  };
}

/** A rule of the settings is for every task; whoever has somebody to ask says so in the options. */
function withoutAsking(rule: ApprovalRule): ApprovalRule {
  return rule === 'ask' ? 'decline' : rule;
}

function existingDirectory(directory: string): string {
  if (isDirectory(directory)) return directory;
  throw invalid(`Cannot add "${directory}": it is not a directory`);
}

function invalid(message: string): ClientError {
  return new ClientError('invalid_request', message);
}
