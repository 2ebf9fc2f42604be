import type { ChangeGroup } from './changes.ts';
import type { Git } from './git.ts';
import { DIFF_FLAGS, PATCH_FLAGS } from './git-environment.ts';
import { MAX_INLINE_BYTES } from './limits.ts';

export interface Patch {
  readonly title: ChangeGroup['title'];
  readonly text: string;
}

/** The whole diff of all groups, or the sentence that says why it cannot travel in a prompt. */
export type InlineDiff =
  | { readonly ok: true; readonly patches: readonly Patch[]; readonly bytes: number }
  | { readonly ok: false; readonly why: string };

export async function readInlineDiff(git: Git, groups: readonly ChangeGroup[]): Promise<InlineDiff> {
  const patches: Patch[] = [];
  let bytes = 0;
  for (const { title, revision, changes } of groups) {
    if (changes.length === 0) continue;
    const args = ['diff', ...DIFF_FLAGS, ...PATCH_FLAGS, ...revision, '--'];
    const result = await git.run(args, MAX_INLINE_BYTES - bytes);
    if (!result.ok) return { ok: false, why: `the diff could not be read (${result.fault.message})` };
    if (result.truncated) return { ok: false, why: `the diff is larger than ${MAX_INLINE_BYTES} bytes` };
    bytes += Buffer.byteLength(result.stdout);
    patches.push({ title, text: result.stdout });
  }
  return { ok: true, patches, bytes };
}
