/** A setting that cannot be used: what was wrong, where, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
