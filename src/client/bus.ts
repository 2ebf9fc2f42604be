import { loadSubscriber } from '../bus/load-subscriber.ts';
import { runtimePackagesError } from './runtime-packages.ts';

type Subscriber = typeof import('../bus/subscriber.ts');

let loaded: Promise<Subscriber> | undefined;

/**
 * What listens to the bus. Loaded when it is needed, and once: most commands never listen, and ZeroMQ takes longer to load than they
 * to run. Without it they work, too.
 * @throws ClientError (`packages_missing`) with the remedy when it is not installed, or has no binary that loads here. `program` is where it
 * is looked for from.
 */
export function subscriberModule(program: string): Promise<Subscriber> {
  loaded ??= load(program);
  return loaded;
}

async function load(program: string): Promise<Subscriber> {
  try {
    return await loadSubscriber();
  } catch (error) {
    throw (await runtimePackagesError(program, error)) ?? error;
  }
}
