const COMMENT = String.raw`(?<comment>(?:/\*\*[^]*?\*/\n)?)`;
const INFERRED_TYPE = new RegExp(
  `^${COMMENT}export type (?<name>\\w+) = v\\.InferOutput<typeof (?<schema>\\w+)>;\\s*$`,
  'u',
);
const SCHEMA = new RegExp(`^${COMMENT}(?:export )?declare const (?<schema>\\w+): v\\.`, 'u');
const PACKAGE_IMPORT = /^import \* as v from 'valibot';/u;

/** The top-level statements of a file of declarations, each with its comment: the compiler indents what is in them. */
export function statementsOf(text: string): string[] {
  return text.split(/\n(?=\/\*\*)|(?<!\*\/)\n(?=(?:export|declare|import) )/u);
}

/** A type that is what a schema says, by the name of either. */
export interface InferredType {
  readonly comment: string;
  readonly name: string;
  readonly schema: string;
}

export function inferredType(statement: string): InferredType | null {
  const { comment, name, schema } = INFERRED_TYPE.exec(statement)?.groups ?? {};
  return comment === undefined || name === undefined || schema === undefined ? null : { comment, name, schema };
}

/** The schema that is declared by the statement, and what is said of it. */
export function declaredSchema(statement: string): { readonly comment: string; readonly schema: string } | null {
  const { comment, schema } = SCHEMA.exec(statement)?.groups ?? {};
  return comment === undefined || schema === undefined ? null : { comment, schema };
}

export function isOfSchemasOnly(statement: string): boolean {
  return SCHEMA.test(statement) || PACKAGE_IMPORT.test(statement);
}
