import { runtimePackagesError } from './runtime-packages.ts';

/**
 * What listens to the bus. Loaded when it is needed: most commands never listen, and ZeroMQ takes longer to load than they
 * to run. Without it they work, too.
 * @throws ClientError (`packages_missing`) with the remedy when it is not installed. `program` is where it is looked for from.
 */
export async function subscriberModule(program: string): Promise<typeof import('../bus/subscriber.ts')> {
  try {
    return await import('../bus/subscriber.ts');
  } catch (error) {
    throw (await runtimePackagesError(program, error)) ?? error;
  }
}
