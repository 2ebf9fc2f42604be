import { existsSync } from 'node:fs';
import { problemsOf } from '../../../config/config.ts';
import { ConfigError } from '../../../config/config-error.ts';
import { nearest } from '../../../config/nearest.ts';
import { socketPaths } from '../../../config/paths.ts';
import { ROWS } from '../../../config/rows.ts';
import { messageOf } from '../../../contract/fault.ts';
import { JOB_VARIABLES } from '../../../notify/job-variables.ts';
import { RUN_TAG_VARIABLE } from '../../../status/broker-label.ts';
import { readWorkspaceSettings } from '../../../status/workspace-settings.ts';
import { about, type Finding, listed } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** What each start of Node takes longer with a file of certificates; measured. */
const CERTIFICATES_COST = 'about 40 ms';

const PREFIX = 'CODEX_COMPANION_';
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

/** Whether the settings can be used, and what else in the environment makes a difference to us. */
export async function checkSettings(scene: Scene): Promise<Finding[]> {
  const { environment } = scene;
  return [
    ...settingFindings(scene),
    ...strangers(environment),
    ...certificates(environment),
    ...injected(environment),
    ...proxies(environment),
  ];
}

function settingFindings(scene: Scene): Finding[] {
  const settings = about('settings', 'Settings');
  const wrong = [...scene.unusable, ...problemsOf(scene), ...withoutSockets(scene), ...unknownGate(scene)];
  if (wrong.length > 0) return wrong.map((message) => settings.problem(...apart(message)));
  const files = scene.files.filter(({ exists }) => exists).map(({ path }) => `"${path}"`);
  return [settings.ok(files.length === 0 ? 'can be used' : `can be used, also those in ${listed(files)}`)];
}

function withoutSockets({ runtimeRoot, stateRoot }: Scene): string[] {
  try {
    socketPaths(runtimeRoot, stateRoot, '');
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return [error.message];
    throw error;
  }
}

/** Whether the review gate is on, which the workspace has chosen. */
function unknownGate({ workspace }: Scene): string[] {
  try {
    readWorkspaceSettings(workspace.directory);
    return [];
  } catch (error) {
    return [messageOf(error)];
  }
}

/** Our messages end with their remedy, in parentheses. */
function apart(message: string): [detail: string, remedy: string] {
  const [, detail = message, remedy = 'set it otherwise, or not at all'] = /^(.*) \(([^()]*)\)$/su.exec(message) ?? [];
  return [detail, remedy];
}

/** Variables that look like settings and are none. */
function strangers(environment: Scene['environment']): Finding[] {
  const known = [...ROWS.map(({ variable }) => variable), ...JOB_VARIABLES, RUN_TAG_VARIABLE];
  const unknown = Object.keys(environment).filter((name) => name.startsWith(PREFIX) && !known.includes(name));
  const lower = known.map((name) => name.toLowerCase());
  return unknown.map((name) => {
    const meant = nearest(name, lower)?.toUpperCase();
    const remedy = meant === undefined ? '"codex-companion config" lists them all' : `did you mean ${meant}?`;
    return about('environment.unknown', 'Environment').note(`${name} is no setting`, remedy);
  });
}

function certificates(environment: Scene['environment']): Finding[] {
  const file = environment['NODE_EXTRA_CA_CERTS'];
  if (!file) return [];
  const found = about('environment.certificates', 'Environment');
  if (!existsSync(file)) return [found.note(`NODE_EXTRA_CA_CERTS names "${file}", which is not there`, 'unset it')];
  return [found.note(`NODE_EXTRA_CA_CERTS makes each start of a command ${CERTIFICATES_COST} slower`)];
}

function injected(environment: Scene['environment']): Finding[] {
  if (!environment['NODE_OPTIONS']) return [];
  const found = about('environment.node', 'Environment');
  return [found.note('NODE_OPTIONS changes how every process of ours runs, threads included')];
}

function proxies(environment: Scene['environment']): Finding[] {
  const set = PROXIES.filter((name) => environment[name]);
  if (set.length === 0) return [];
  return [about('environment.proxy', 'Environment').note(`Codex goes through a proxy: ${set.join(', ')}`)];
}
