import { about, type Finding } from '../finding.ts';

/** As in the "engines" of package.json: the first that can combine signals (`AbortSignal.any`). */
export const MIN_NODE = '20.3';
const [MIN_MAJOR = 0, MIN_MINOR = 0] = MIN_NODE.split('.').map(Number);

/** @param version as `process.version` has it. */
export function nodeFinding(version: string, file: string): Finding {
  const node = about('node', 'Node');
  const [, major, minor] = (/^v(\d+)\.(\d+)\./u.exec(version) ?? []).map(Number);
  if (isRecent(major ?? 0, minor ?? 0)) return node.ok(`${version} (${file})`);
  return node.problem(
    `${version} (${file}) is too old: ${MIN_NODE} or later is needed`,
    `install Node ${MIN_NODE} or later`,
  );
}

function isRecent(major: number, minor: number): boolean {
  return major > MIN_MAJOR || (major === MIN_MAJOR && minor >= MIN_MINOR);
}

export async function checkNode(): Promise<Finding[]> {
  return [nodeFinding(process.version, process.execPath)];
}
