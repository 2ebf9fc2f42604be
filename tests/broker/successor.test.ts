import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { NO_PAST } from '../../src/broker/past.ts';
import { startSuccessor } from '../../src/broker/successor.ts';
import { tempDir } from '../support/temp.ts';

test('a next broker that cannot be started, since its workspace is gone, is told of', async () => {
  const onError = vi.fn();
  startSuccessor('broker.mjs', path.join(tempDir(), 'gone'), { crashes: 1, past: NO_PAST }, onError);
  await vi.waitFor(() => expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'ENOENT' })));
});
