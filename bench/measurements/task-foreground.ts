import { monotonicMs } from '../../src/util/monotonic.ts';
import { BareAppServer } from '../bare/app-server.ts';
import type { Measurement } from '../figure.ts';
import { inTurns } from '../in-turns.ts';
import { AT_ONCE, bareCodex } from '../support/real.ts';
import { command, floorOf, withRig } from '../support/rigs.ts';

const TITLE = '`task` on the real Codex, instant answer, warm broker';

export const taskForeground: Measurement = {
  name: 'task-foreground',
  title: TITLE,
  run: (scale) =>
    withRig({ codex: 'real' }, async (rig) => {
      const bare = await BareAppServer.start(bareCodex(rig));
      try {
        const node = floorOf(rig);
        await command(rig, ['task', AT_ONCE]);
        const { product, floor } = await inTurns(scale.pick(30, 4), {
          floor: async () => {
            const startedMs = monotonicMs();
            await bare.turn(AT_ONCE);
            return monotonicMs() - startedMs + (await node());
          },
          product: async () => (await command(rig, ['task', AT_ONCE])).endedMs,
        });
        const reach = { kind: 'ratio', at: 0.5, max: 1.6 } as const;
        const floorTitle = 'the turn by a bare client of a warm app-server, and one `node -e 0`';
        return { figures: [{ name: 'task-foreground', title: TITLE, unit: 'ms', product, floor, floorTitle, reach }] };
      } finally {
        await bare.close();
      }
    }),
};
