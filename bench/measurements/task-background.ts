import { isFinished } from '../../src/contract/job.ts';
import { ended, recordOf } from '../../tests/e2e/records.ts';
import type { Rig } from '../../tests/support/rig.ts';
import type { Measurement } from '../figure.ts';
import { inTurns } from '../in-turns.ts';
import { command, EMPTY_NODE, floorOf, withRig } from '../support/rigs.ts';

const TITLE = '`task --background`, warm broker, until the id is printed';

/** The id is printed when the broker has synced the record: what is stored is looked at in the same moment. */
export const taskBackground: Measurement = {
  name: 'task-background',
  title: TITLE,
  run: (scale) =>
    withRig({}, async (rig) => {
      await command(rig, ['task', 'the first one']);
      let stored = 0;
      const rounds = scale.pick(40, 4);
      const times = await inTurns(rounds, {
        floor: floorOf(rig),
        product: async () => {
          const { firstOutputMs, stdout } = await command(rig, ['task', '--background', '--json', 'a task']);
          const { jobId } = JSON.parse(stdout);
          if (isStored(rig, jobId)) stored += 1;
          // Its end must not disturb the next one.
          await ended(rig, jobId);
          return firstOutputMs;
        },
      });
      const reach = { kind: 'ratio', at: 0.5, max: 2.2 } as const;
      const { product, floor } = times;
      return {
        figures: [{ name: 'task-background', title: TITLE, unit: 'ms', product, floor, floorTitle: EMPTY_NODE, reach }],
        facts: [
          {
            name: 'task-background-stored',
            title: 'a job whose id was printed is stored',
            holds: stored === rounds + 1,
            detail: `${stored} of ${rounds + 1}`,
          },
        ],
      };
    }),
};

function isStored(rig: Rig, jobId: string): boolean {
  const job = recordOf(rig, jobId);
  return job !== null && (job.status === 'queued' || job.status === 'running' || isFinished(job));
}
