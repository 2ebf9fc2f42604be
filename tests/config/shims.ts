/** The `.cmd` that npm puts on PATH for a script. */
export function npmShim(script: string): string {
  return lines([
    '@ECHO off',
    'GOTO start',
    ':find_dp0',
    'SET dp0=%~dp0',
    'EXIT /b',
    ':start',
    'SETLOCAL',
    'CALL :find_dp0',
    '',
    'IF EXIST "%dp0%\\node.exe" (',
    '  SET "_prog=%dp0%\\node.exe"',
    ') ELSE (',
    '  SET "_prog=node"',
    '  SET PATHEXT=%PATHEXT:;.JS;=;%',
    ')',
    '',
    `endLocal & goto #_undefined_# 2>NUL || title %COMSPEC% & "%_prog%"  "%dp0%\\${script}" %*`,
  ]);
}

/** That of pnpm, and of yarn for a package of the project. */
export function pnpmShim(script: string): string {
  return lines([
    '@SETLOCAL',
    '@IF NOT DEFINED NODE_PATH (',
    '  @SET "NODE_PATH=C:\\Users\\me\\pnpm\\global\\5\\node_modules"',
    ') ELSE (',
    '  @SET "NODE_PATH=C:\\Users\\me\\pnpm\\global\\5\\node_modules;%NODE_PATH%"',
    ')',
    '@IF EXIST "%~dp0\\node.exe" (',
    `  "%~dp0\\node.exe"  "%~dp0\\${script}" %*`,
    ') ELSE (',
    '  @SETLOCAL',
    '  @SET PATHEXT=%PATHEXT:;.JS;=;%',
    `  node  "%~dp0\\${script}" %*`,
    ')',
  ]);
}

/** That of yarn for something global: it starts another one. */
export function yarnShim(shim: string): string {
  return `@"%~dp0\\${shim}"   %*\r\n`;
}

/** That of scoop. */
export function scoopShim(program: string): string {
  return lines([`@rem ${program}`, `@"${program}" %*`]);
}

function lines(of: readonly string[]): string {
  return of.map((line) => `${line}\r\n`).join('');
}
