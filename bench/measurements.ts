import type { Measurement } from './figure.ts';
import { appServerKilled } from './measurements/app-server-killed.ts';
import { brokerStart } from './measurements/broker-start.ts';
import { delivery } from './measurements/delivery.ts';
import { flood } from './measurements/flood.ts';
import { jobsInARow } from './measurements/jobs-in-a-row.ts';
import { memory } from './measurements/memory.ts';
import { status } from './measurements/status.ts';
import { taskBackground } from './measurements/task-background.ts';
import { taskForeground } from './measurements/task-foreground.ts';
import { taskFromNothing } from './measurements/task-from-nothing.ts';
import { turnsAtOnce } from './measurements/turns-at-once.ts';

/** In the order in which they are made and told. */
export const MEASUREMENTS: readonly Measurement[] = [
  status,
  taskBackground,
  taskForeground,
  taskFromNothing,
  brokerStart,
  turnsAtOnce,
  delivery,
  flood,
  appServerKilled,
  memory,
  jobsInARow,
];
