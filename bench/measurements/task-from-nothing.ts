import { bareProgram } from '../bare/build.ts';
import type { Measurement } from '../figure.ts';
import { inTurns } from '../in-turns.ts';
import { AT_ONCE, bareCodex } from '../support/real.ts';
import { command, withRig } from '../support/rigs.ts';
import { timed } from '../support/timed.ts';

const TITLE = '`task` on the real Codex, instant answer, nothing running';

export const taskFromNothing: Measurement = {
  name: 'task-from-nothing',
  title: TITLE,
  run: (scale) =>
    withRig({ codex: 'real' }, async (rig) => {
      const program = await bareProgram('turn');
      const { codex, cwd, env } = bareCodex(rig);
      const { product, floor } = await inTurns(scale.pick(12, 2), {
        floor: async () => (await timed([program, codex, AT_ONCE], { cwd, env })).endedMs,
        product: async () => {
          const { endedMs } = await command(rig, ['task', AT_ONCE]);
          await command(rig, ['broker', 'stop']);
          return endedMs;
        },
      });
      const reach = { kind: 'ratio', at: 0.5, max: 2 } as const;
      const floorTitle = 'a bare script that starts an app-server for it';
      return { figures: [{ name: 'task-from-nothing', title: TITLE, unit: 'ms', product, floor, floorTitle, reach }] };
    }),
};
