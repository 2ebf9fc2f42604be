import path from 'node:path';
import type { JsonValue } from '../../../contract/json.ts';
import type { Scene } from '../scene.ts';
import { type Archive, writeArchive } from './archive.ts';
import { archiveParts } from './contents.ts';
import { privateHere, redactor } from './redact.ts';

/**
 * Gathers what helps to understand a fault from afar, in one file.
 * @param file by default one in the working directory, named by the time.
 */
export function bundle(scene: Scene, report: JsonValue, file: string | null): Promise<Archive> {
  const stamp = new Date(scene.nowMs).toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  const target = path.resolve(scene.workspace.cwd, file ?? `codex-companion-doctor-${stamp}.tar.gz`);
  return writeArchive(target, archiveParts(scene, report, redactor(privateHere(scene.environment))), scene.nowMs);
}
