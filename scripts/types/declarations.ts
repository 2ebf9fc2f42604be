import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as v from 'valibot';
import { bare, type NameOf, typeText } from '../lib/type-text.ts';
import { type Exports, loadModules } from './modules.ts';
import { declaredSchema, inferredType, isOfSchemasOnly, statementsOf } from './statements.ts';

const ENTRY = 'client/index.d.ts';

const RELATIVE_IMPORT = /(from |import\()(["'])(\.{1,2}\/[^"']+)\.(?:ts|js)\2/gu;

/** A file of declarations, by its path below src/. */
interface Module {
  readonly file: string;
  readonly statements: readonly string[];
  /** What the module exports, where that is schemas. */
  readonly values: Exports;
}

interface Named {
  readonly name: string;
  readonly file: string;
}

/**
 * The types of what other programs import: of all that the compiler has declared, what the entry leads to. The types of schemas are
 * written out, so that they read as types, with what is said of them, and need no package.
 *
 * @param emitted the folder of the compiler's declarations of src/.
 * @returns path below the folder of the types → text.
 */
export async function declarations(root: string, emitted: string): Promise<ReadonlyMap<string, string>> {
  const reached = reachable(emitted);
  const withSchemas = [...reached].filter(([, statements]) => statements.some(isOfSchemasOnly));
  const loaded = await loadModules(
    root,
    withSchemas.map(([file]) => sourceOf(file)),
  );
  const modules = Array.from(reached, ([file, statements]) => {
    return { file, statements, values: loaded.get(sourceOf(file)) ?? {} };
  });
  const named = new Map(modules.flatMap(namedSchemas));
  return new Map(modules.map((module) => [module.file, published(module, named)]));
}

/** What the entry leads to: file → its statements. */
function reachable(emitted: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const queue = [ENTRY];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (found.has(file)) continue;
    const text = readFileSync(path.join(emitted, file), 'utf8');
    found.set(file, statementsOf(text));
    for (const [, , , name] of text.matchAll(RELATIVE_IMPORT))
      queue.push(path.posix.join(path.posix.dirname(file), `${name}.d.ts`));
  }
  return found;
}

/** The schemas of a module that have a type beside them: `JobSchema` is that of `Job`. */
function namedSchemas({ file, statements, values }: Module): Array<[v.GenericSchema, Named]> {
  return Object.entries(values).flatMap(([key, schema]): Array<[v.GenericSchema, Named]> => {
    const name = key.replace(/Schema$/u, '');
    const hasType = statements.some((statement) => statement.includes(`export type ${name} =`));
    return hasType && isSchema(schema) ? [[bare(schema), { name, file }]] : [];
  });
}

function published({ file, statements, values }: Module, named: ReadonlyMap<v.GenericSchema, Named>): string {
  const imports = new Map<string, string>();
  const nameOf: NameOf = (schema) => {
    const known = named.get(schema);
    if (known !== undefined && known.file !== file) imports.set(known.name, known.file);
    return known?.name;
  };
  const comments = new Map(
    statements.map((statement) => [declaredSchema(statement)?.schema, declaredSchema(statement)?.comment]),
  );
  const kept = statements.flatMap((statement) => {
    const type = inferredType(statement);
    if (type === null) return isOfSchemasOnly(statement) ? [] : statement;
    const text = typeText(schemaIn(values, type.schema), nameOf);
    // What it is stands above the schema.
    const comment = type.comment || (comments.get(type.schema) ?? '');
    return `${comment}export type ${type.name} =${text.startsWith('\n') ? text : ` ${text}`};`;
  });
  const left = kept.find((statement) => /\bv\./u.test(statement));
  if (left !== undefined) throw new Error(`Cannot publish the types of "${file}": there is a schema in "${left}"`);
  return `${[...importLines(imports, file), ...kept].join('\n').trimEnd()}\n`.replaceAll(
    RELATIVE_IMPORT,
    '$1$2$3.js$2',
  );
}

function importLines(imports: ReadonlyMap<string, string>, file: string): string[] {
  return [...new Set(imports.values())].sort().map((from) => {
    const names = [...imports.keys()].filter((name) => imports.get(name) === from).sort();
    const relative = path.posix.relative(path.posix.dirname(file), sourceOf(from));
    return `import type { ${names.join(', ')} } from '${relative.startsWith('.') ? relative : `./${relative}`}';`;
  });
}

function schemaIn(values: Exports, name: string): v.GenericSchema {
  const schema = values[name];
  if (isSchema(schema)) return schema;
  throw new Error(`Cannot publish the type of "${name}": the schema is not exported`);
}

function isSchema(value: unknown): value is v.GenericSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

function sourceOf(file: string): string {
  return file.replace(/\.d\.ts$/u, '.ts');
}
