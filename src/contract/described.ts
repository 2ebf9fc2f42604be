import * as v from 'valibot';

/**
 * `schema`, with what its values mean: the pages, JSON schemas and types that are made of the schemas say it.
 * @__NO_SIDE_EFFECTS__
 */
export function described<const S extends v.GenericSchema>(schema: S, meaning: string) {
  return v.pipe(schema, v.description(meaning));
}
