import * as v from 'valibot';

/** What JSON can say. Its members are not checked: what came from outside was parsed from JSON before. */
export type JsonObject = { [key: string]: JsonValue };
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** Something deeper can be parsed, and then neither written again nor copied: there is no stack for it. */
export const MAX_JSON_DEPTH = 100;

export const JsonObjectSchema = v.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !isDeeper(value, MAX_JSON_DEPTH),
  `not a JSON object of at most ${MAX_JSON_DEPTH} levels`,
);

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
