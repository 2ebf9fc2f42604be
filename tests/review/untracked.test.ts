import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_UNTRACKED_CHARS, MAX_UNTRACKED_FILE_BYTES } from '../../src/review/limits.ts';
import { reportUntracked } from '../../src/review/untracked.ts';
import { examine } from '../../src/review/untracked-file.ts';
import { tempDir } from '../support/temp.ts';
import { emptyRepository, sectionOf } from './repository.ts';

/** A directory as the root of a working tree, and another one beside it. */
function rootAndOutside(): { root: string; outside: string } {
  const base = realpathSync(tempDir());
  const root = path.join(base, 'root');
  const outside = path.join(base, 'outside');
  mkdirSync(root);
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'secret'), 'hunter2\n');
  return { root, outside };
}

function contentOf(content: string | Buffer) {
  const { root } = rootAndOutside();
  writeFileSync(path.join(root, 'file'), content);
  return examine(root, 'file');
}

describe('a file', () => {
  test('of text is read', () => {
    expect(contentOf('Grüße\n')).toEqual({ id: 'text', text: 'Grüße\n', bytes: 8 });
    expect(contentOf('x'.repeat(MAX_UNTRACKED_FILE_BYTES))).toMatchObject({ id: 'text' });
  });

  test('that is empty is text', () => {
    const { root } = rootAndOutside();
    writeFileSync(path.join(root, 'file'), '');
    expect(reportUntracked(root, ['file'])).toMatchObject({ content: 'new file "file" (empty)', notes: [] });
  });

  test.each([
    ['has a zero byte', Buffer.from([65, 0, 66]), 'binary', 'binary, 3 bytes'],
    ['is no UTF-8', Buffer.from([0xe4, 0xf6, 0xfc]), 'binary', 'no UTF-8 text, 3 bytes'],
    ['is one byte too large', 'x'.repeat(MAX_UNTRACKED_FILE_BYTES + 1), 'too_large', '24577 bytes'],
    ['is large and binary', Buffer.alloc(1_000_000), 'binary', 'binary, 1000000 bytes'],
  ])('that %s is skipped', (_what, content, why, detail) => {
    expect(contentOf(content)).toEqual({ id: 'skipped', why, detail });
  });

  test('that is gone, and a name that cannot be, are unreadable', () => {
    const { root } = rootAndOutside();
    expect(examine(root, 'gone')).toEqual({ id: 'skipped', why: 'unreadable', detail: 'ENOENT' });
    expect(examine(root, 'x'.repeat(5_000))).toMatchObject({ why: 'unreadable' });
    expect(examine(root, 'a\0b')).toMatchObject({ why: 'unreadable' });
  });

  test.skipIf(process.platform === 'win32')('that is a pipe is not opened', () => {
    const { root } = rootAndOutside();
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    expect(examine(root, 'pipe')).toMatchObject({ id: 'skipped', why: 'special' });
  });
});

describe('a link', () => {
  test('inside of the repository is shown as what it is, not followed', () => {
    const { root } = rootAndOutside();
    writeFileSync(path.join(root, 'file'), 'content\n');
    symlinkSync('file', path.join(root, 'link'));
    const report = reportUntracked(root, ['link']);
    expect(report).toEqual({ listing: ['"link" (link to "file")'], content: 'new link "link"\n+file', notes: [] });
  });

  test.each(['secret', ''])('out of the repository (to "outside/%s") is named and not followed', (name) => {
    const { root, outside } = rootAndOutside();
    symlinkSync(path.join(outside, name), path.join(root, 'link'));
    const report = reportUntracked(root, ['link']);
    expect(report.notes).toEqual([
      'Content of 1 untracked file left out (a link that leads out of the repository, not followed): "link"',
    ]);
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  test('that is broken, or leads to itself, is named as that', () => {
    const { root } = rootAndOutside();
    symlinkSync('nowhere', path.join(root, 'broken'));
    symlinkSync('loop', path.join(root, 'loop'));
    const report = reportUntracked(root, ['broken', 'loop']);
    expect(report.listing).toEqual(['"broken" (link to "nowhere")', '"loop" (link to "loop")']);
    expect(report.notes).toEqual(['Content of 2 untracked files left out (a broken link): "broken", "loop"']);
  });

  test('in the place of a folder leads nowhere', () => {
    const { root, outside } = rootAndOutside();
    symlinkSync(outside, path.join(root, 'folder'));
    expect(examine(root, 'folder/secret')).toEqual({ id: 'skipped', why: 'outside_link', detail: 'below a link' });
    expect(examine(root, '../outside/secret')).toMatchObject({ why: 'outside_link' });
  });
});

test('of many files some are shown, the rest is named with the reason', () => {
  const { root } = rootAndOutside();
  const names = Array.from({ length: 120 }, (_, n) => `f${n}`);
  for (const name of names) writeFileSync(path.join(root, name), '\n'.repeat(10_000));
  const report = reportUntracked(root, names);
  expect(report.content.length).toBeLessThanOrEqual(MAX_UNTRACKED_CHARS + names.length);
  expect(report.listing).toHaveLength(120);
  expect(report.notes).toEqual([
    'Content of 94 untracked files left out (no room after 131072 characters of others): "f6", "f7", "f8" and 91 more',
    'Content of 20 untracked files left out (only the first 100 are looked at): "f100", "f101", "f102" and 17 more',
  ]);
});

test('in a real repository they come as git lists them: files, links, and another repository as one entry', async () => {
  const repository = emptyRepository();
  repository.write('text');
  symlinkSync('/etc/hostname', path.join(repository.root, 'link'));
  repository.write('nested/file');
  repository.git('init', '--quiet', 'nested');
  const context = await repository.context();
  expect(sectionOf(context, 'Untracked Files')).toBe(
    '"link" (link to "/etc/hostname")\n"nested/" (another repository)\n"text" (5 bytes)',
  );
  expect(sectionOf(context, 'Content of Untracked Files')).toBe('new file "text"\n+text');
});
