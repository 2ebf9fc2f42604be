import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The directories that `PATH` names, in their order. On Windows the name of the variable may be written in any case, a
 * directory may be in quotes, and a relative one does not count: it would be another one in every repository.
 */
export function searchDirectories(environment: Environment, platform: NodeJS.Platform = process.platform): string[] {
  if (platform !== 'win32') return (environment['PATH'] ?? '').split(':').filter(Boolean);
  const directories = windowsPath(environment).split(';');
  return directories.map((directory) => directory.trim().replace(/^"(.*)"$/u, '$1')).filter(isAbsolute);
}

/** Of several that differ in case, the one that a child would get. */
function windowsPath(environment: Environment): string {
  const [name = 'PATH'] = Object.keys(environment)
    .filter((key) => key.toUpperCase() === 'PATH')
    .sort();
  return environment[name] ?? '';
}

function isAbsolute(directory: string): boolean {
  return path.win32.isAbsolute(directory);
}
