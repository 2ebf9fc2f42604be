import { runtimePackagesError } from './runtime-packages.ts';

/**
 * What listens to the bus. Loaded when it is needed: most commands never listen, and ZeroMQ takes longer to load than they
 * to run. Without it they work, too.
 * @throws CliError (exit 4) with the remedy when it is not installed.
 */
export async function subscriberModule(): Promise<typeof import('../bus/subscriber.ts')> {
  try {
    return await import('../bus/subscriber.ts');
  } catch (error) {
    throw runtimePackagesError(error) ?? error;
  }
}
