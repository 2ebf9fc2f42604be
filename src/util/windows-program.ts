import path from 'node:path';

// By its bare name a program of Windows' own would be looked for in the working directory first: in a repository, say.

const PLACES = {
  cmd: 'System32\\cmd.exe',
  taskkill: 'System32\\taskkill.exe',
  powershell: 'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
} as const;

/** Where a program of Windows itself lies. */
export function windowsProgram(name: keyof typeof PLACES, systemRoot = ownSystemRoot()): string {
  const root = path.win32.isAbsolute(systemRoot) ? systemRoot : 'C:\\Windows';
  return path.win32.join(root, PLACES[name]);
}

/** Of each process there, whatever its environment was made of. */
function ownSystemRoot(): string {
  // biome-ignore lint/style/noProcessEnv: no setting but where the system lies, and nobody else says it.
  return process.env['SystemRoot'] ?? '';
}
