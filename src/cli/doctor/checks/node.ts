import { about, type Finding } from '../finding.ts';

/** As in the "engines" of package.json. */
export const MIN_NODE_MAJOR = 20;

/** @param version as `process.version` has it. */
export function nodeFinding(version: string, file: string): Finding {
  const node = about('node', 'Node');
  const major = Number(/^v(\d+)\./u.exec(version)?.[1]);
  if (major >= MIN_NODE_MAJOR) return node.ok(`${version} (${file})`);
  return node.problem(
    `${version} (${file}) is too old: ${MIN_NODE_MAJOR} or later is needed`,
    `install Node ${MIN_NODE_MAJOR} or later`,
  );
}

export async function checkNode(): Promise<Finding[]> {
  return [nodeFinding(process.version, process.execPath)];
}
