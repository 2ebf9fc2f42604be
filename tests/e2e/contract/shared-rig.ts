import { afterAll, beforeAll } from 'vitest';
import { makeRepository, writeFiles } from '../../support/git.ts';
import { type OpenRig, openRig, type Rig, type RigOptions } from '../../support/rig.ts';

/** One rig for all tests of a file that do not mind each other's jobs; its workspace is a repository with a change. */
export function sharedRig(options: RigOptions = {}): () => Rig {
  let open: OpenRig | undefined;
  beforeAll(async () => {
    open = await openRig(options);
    makeRepository(open.rig.workspace);
    writeFiles(open.rig.workspace, { 'a.txt': 'one\ntwo\n' });
  });
  afterAll(() => open?.close());
  return () => {
    if (open === undefined) throw new Error('The rig is there only while the tests run');
    return open.rig;
  };
}
