import type * as v from 'valibot';
import { fieldsOf } from './fields.ts';
import type { SchemaDocument, SchemaNode } from './json-schema.ts';

/** A field that is read, and that the other side does not define. */
export interface StrayField {
  readonly path: string;
  /** Without it nothing of the message can be read. */
  readonly needed: boolean;
}

/** The fields that `reading` asks for and `given`, a part of `document`, does not define. */
export function strayFields(reading: v.GenericSchema, given: SchemaNode, document: SchemaDocument): StrayField[] {
  return straysIn(reading, given, { document, path: '', needed: true });
}

interface Spot {
  readonly document: SchemaDocument;
  readonly path: string;
  readonly needed: boolean;
}

/** Goes by what a schema of valibot says of itself: its entries, and what it wraps. */
function straysIn(reading: unknown, given: SchemaNode, spot: Spot): StrayField[] {
  const { type, entries, wrapped, item } = fieldsOf(reading);
  if (wrapped !== undefined) return straysIn(wrapped, given, spot);
  if (type === 'array') return straysIn(item, spot.document.elements(given), spot);
  return Object.entries(fieldsOf(entries)).flatMap(([name, entry]) => {
    const path = spot.path === '' ? name : `${spot.path}.${name}`;
    const needed = spot.needed && !canBeLeftOut(entry);
    const field = spot.document.field(given, name);
    return field === null ? [{ path, needed }] : straysIn(entry, field, { ...spot, path, needed });
  });
}

function canBeLeftOut(entry: unknown): boolean {
  const fields = fieldsOf(entry);
  return 'fallback' in fields || fields['type'] === 'optional' || fields['type'] === 'nullish';
}
