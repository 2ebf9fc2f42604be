import path from 'node:path';
import { writeCodexHome } from '../../tests/support/codex-home.ts';
import { codexPackage } from '../../tests/support/codex-package.ts';
import { stubPrompt } from '../../tests/support/model-stub/steps.ts';
import type { Rig } from '../../tests/support/rig.ts';
import type { BareOptions } from '../bare/app-server.ts';

/** A turn of the real Codex that the model answers at once. */
export const AT_ONCE = stubPrompt({ do: 'final', text: 'done' });

/** The real Codex as the rig has it, with the same model and a home of its own: two app-servers share none. */
export function bareCodex(rig: Rig): BareOptions {
  if (rig.stub === null) throw new Error('The rig has no real Codex');
  const home = path.join(rig.home, 'bare-home');
  return {
    codex: codexPackage().binary,
    cwd: rig.workspace,
    env: { ...rig.env, ...writeCodexHome(home, { port: rig.stub.port }) },
  };
}
