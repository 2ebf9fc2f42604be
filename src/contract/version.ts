import manifest from '../../package.json' with { type: 'json' };

/** The version of this package; it is said in every hello. */
export const VERSION: string = manifest.version;
