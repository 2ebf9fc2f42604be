import * as v from 'valibot';

/** The kinds of schemas that the contract is made of. */
type Known =
  | { readonly type: 'string' | 'number' | 'boolean' }
  | { readonly type: 'literal'; readonly literal: unknown }
  | { readonly type: 'picklist'; readonly options: readonly unknown[] }
  | { readonly type: 'nullable'; readonly wrapped: v.GenericSchema }
  | { readonly type: 'optional'; readonly wrapped: v.GenericSchema; readonly default: unknown }
  | { readonly type: 'array'; readonly item: v.GenericSchema }
  | { readonly type: 'object'; readonly entries: v.ObjectEntries }
  | { readonly type: 'variant'; readonly options: readonly v.GenericSchema[] };

const KNOWN = new Set<string>([
  'string',
  'number',
  'boolean',
  'literal',
  'picklist',
  'nullable',
  'optional',
  'array',
  'object',
  'variant',
] satisfies Array<Known['type']>);

/** Gives the name of a schema (as {@link bare} returns it) that has a type of its own. */
export type NameOf = (schema: v.GenericSchema) => string | undefined;

/** The schema without what was only said of it, or checked beyond its type. */
export function bare(schema: v.GenericSchema): v.GenericSchema {
  return isPiped(schema) ? bare(schema.pipe[0]) : schema;
}

/**
 * A schema, as somebody would write its type in TypeScript. The named ones in it are not spelled out; it itself is.
 * @throws Error for a schema of a kind that the contract has not had yet.
 */
export function typeText(schema: v.GenericSchema, nameOf: NameOf, indent = ''): string {
  const known = bare(schema);
  if (!isKnown(known))
    throw new Error(`Cannot write the type of a schema of the kind "${known.type}" (teach scripts/lib/type-text.ts)`);
  const of = (inner: v.GenericSchema) => namedText(inner, nameOf, indent);
  switch (known.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return known.type;
    case 'literal':
      return quoted(known.literal);
    case 'picklist':
      return known.options.map(quoted).join(' | ');
    case 'nullable':
      return `${of(known.wrapped)} | null`;
    case 'optional':
      return of(known.wrapped);
    case 'array':
      return arrayText(of(known.item));
    case 'object':
      return objectText(known.entries, nameOf, indent);
    case 'variant':
      return known.options.map((option) => `\n${optionText(option, nameOf, `${indent}  `)}`).join('');
  }
}

/** Whether a field of this schema may be absent. One with a default is always there in what was parsed. */
export function isOptional(schema: v.GenericSchema): boolean {
  const known = bare(schema);
  return isKnown(known) && known.type === 'optional' && known.default === undefined;
}

/** The name of its type, or else the type. */
export function namedText(schema: v.GenericSchema, nameOf: NameOf, indent = ''): string {
  return nameOf(bare(schema)) ?? typeText(schema, nameOf, indent);
}

function arrayText(item: string): string {
  return /[|{]/u.test(item) ? `Array<${item}>` : `${item}[]`;
}

function objectText(entries: v.ObjectEntries, nameOf: NameOf, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(entries).map(([key, schema]) => {
    const [mark, or] = isOptional(schema) ? ['?', ' | undefined'] : ['', ''];
    return `${commentOn(schema, inner)}${inner}${key}${mark}: ${namedText(schema, nameOf, inner)}${or};`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

function optionText(schema: v.GenericSchema, nameOf: NameOf, indent: string): string {
  return `${commentOn(schema, indent)}${indent}| ${namedText(schema, nameOf, `${indent}  `)}`;
}

function commentOn(schema: v.GenericSchema, indent: string): string {
  const meaning = v.getDescription(schema);
  return meaning === undefined ? '' : `${indent}/** ${meaning} */\n`;
}

/** As our sources quote. */
function quoted(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function isKnown(schema: { readonly type: string }): schema is Known {
  return KNOWN.has(schema.type);
}

function isPiped(schema: v.GenericSchema): schema is v.GenericSchema & { readonly pipe: readonly [v.GenericSchema] } {
  return 'pipe' in schema;
}
