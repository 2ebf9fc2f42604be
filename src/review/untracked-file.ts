import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../util/system-error.ts';
import { MAX_UNTRACKED_FILE_BYTES } from './limits.ts';
import { quotePath } from './quote-path.ts';

/** Why the content of an untracked file is not shown: the closed set. */
export const SKIP_REASONS = [
  'binary',
  'too_large',
  'over_budget',
  'too_many',
  'unreadable',
  'broken_link',
  'outside_link',
  'directory',
  'special',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export type UntrackedFile =
  | { readonly id: 'text'; readonly text: string; readonly bytes: number }
  /** All that git would store of a link is where it points; it is never followed. */
  | { readonly id: 'link'; readonly to: string }
  | { readonly id: 'skipped'; readonly why: SkipReason; readonly detail: string };

// Git's own measure: a zero byte early on makes a file binary.
const SNIFFED_BYTES = 8_000;

/** Looks at one untracked path of the working tree at `root` (a real path). Never throws, opens no pipe and no device. */
export function examine(root: string, name: string): UntrackedFile {
  const file = path.join(root, name);
  try {
    if (name.endsWith('/')) return skipped('directory', 'another repository');
    // A folder that was a folder when git listed it may be a link by now.
    if (!isWithin(root, realpathSync(path.dirname(file)))) return skipped('outside_link', 'below a link');
    const stat = lstatSync(file);
    if (stat.isSymbolicLink()) return examineLink(root, file);
    if (stat.isDirectory()) return skipped('directory', 'a directory');
    return stat.isFile() ? read(file) : skipped('special', 'no regular file');
  } catch (error) {
    return skipped('unreadable', errorCode(error) ?? 'unreadable');
  }
}

function examineLink(root: string, file: string): UntrackedFile {
  const to = readlinkSync(file);
  const target = realPathOf(file);
  if (target === null) return skipped('broken_link', `link to ${quotePath(to)}`);
  if (!isWithin(root, target)) return skipped('outside_link', `link to ${quotePath(to)}`);
  return { id: 'link', to };
}

function read(file: string): UntrackedFile {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const descriptor = openSync(file, flags);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return skipped('special', 'no regular file');
    const content = upTo(descriptor, MAX_UNTRACKED_FILE_BYTES + 1);
    const size = `${Math.max(stat.size, content.length)} bytes`;
    if (content.subarray(0, SNIFFED_BYTES).includes(0)) return skipped('binary', `binary, ${size}`);
    if (content.length > MAX_UNTRACKED_FILE_BYTES) return skipped('too_large', size);
    if (!isUtf8(content)) return skipped('binary', `no UTF-8 text, ${size}`);
    return { id: 'text', text: content.toString('utf8'), bytes: content.length };
  } finally {
    closeSync(descriptor);
  }
}

function upTo(descriptor: number, limit: number): Buffer {
  const bytes = Buffer.alloc(limit);
  let filled = 0;
  while (filled < limit) {
    const count = readSync(descriptor, bytes, filled, limit - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

function realPathOf(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}

function isWithin(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function skipped(why: SkipReason, detail: string): UntrackedFile {
  return { id: 'skipped', why, detail };
}
