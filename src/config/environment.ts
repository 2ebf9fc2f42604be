import type { Environment } from './setting.ts';

/** For whoever has to know it before there is a configuration, or where there is none. */
export function processEnvironment(): Environment {
  return process.env;
}
