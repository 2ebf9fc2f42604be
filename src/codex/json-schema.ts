import { fieldsOf } from './fields.ts';

/** A JSON schema, or a part of one, as it came from outside. */
export type SchemaNode = unknown;

/** References lead into each other; nothing that we compare is nested deeper. */
const MAX_DEPTH = 24;

/** A JSON schema with its definitions: what its references mean, and which fields its objects have. */
export class SchemaDocument {
  readonly #root: SchemaNode;

  constructor(root: SchemaNode) {
    this.#root = root;
  }

  /** The part at `#/definitions/<name>`; undefined when there is none. */
  definition(...name: readonly string[]): SchemaNode {
    return ['definitions', ...name].reduce<SchemaNode>((node, part) => fieldsOf(node)[part], this.#root);
  }

  /** The alternatives of `node`, references and combinations followed. */
  alternatives(node: SchemaNode, depth = 0): Array<Readonly<Record<string, SchemaNode>>> {
    if (depth > MAX_DEPTH) return [];
    const fields = fieldsOf(node);
    const { $ref: reference } = fields;
    if (typeof reference === 'string') return this.alternatives(this.#at(reference), depth + 1);
    const combined = ['anyOf', 'oneOf', 'allOf'].flatMap((kind) => listOf(fields[kind]));
    if (combined.length === 0) return [fields];
    const inner = combined.flatMap((part) => this.alternatives(part, depth + 1));
    return 'properties' in fields ? [fields, ...inner] : inner;
  }

  /** What `node` says of its field `name`: null when it does not know such a field. */
  field(node: SchemaNode, name: string): SchemaNode | null {
    const found: SchemaNode[] = [];
    for (const alternative of this.alternatives(node)) {
      const properties = fieldsOf(alternative['properties']);
      if (Object.hasOwn(properties, name)) found.push(properties[name]);
      else if (isOpen(alternative)) found.push(alternative['additionalProperties']);
    }
    return found.length === 0 ? null : { anyOf: found };
  }

  /** What `node` says of the elements of its lists. */
  elements(node: SchemaNode): SchemaNode {
    return { anyOf: this.alternatives(node).flatMap((alternative) => alternative['items'] ?? []) };
  }

  /** By the name of their method, the messages that `name` defines, with their parameters. */
  messages(name: string): Map<string, SchemaNode> {
    return this.#byConstant(this.definition(name), 'method', (message) => fieldsOf(message['properties'])['params']);
  }

  /** By their `type`, the alternatives of a tagged union. */
  variants(...name: readonly string[]): Map<string, SchemaNode> {
    return this.#byConstant(this.definition(...name), 'type', (variant) => variant);
  }

  #byConstant(
    node: SchemaNode,
    field: string,
    pick: (alternative: Readonly<Record<string, SchemaNode>>) => SchemaNode,
  ): Map<string, SchemaNode> {
    const found = new Map<string, SchemaNode>();
    for (const alternative of this.alternatives(node)) {
      const { enum: values, const: value } = fieldsOf(fieldsOf(alternative['properties'])[field]);
      for (const name of [...listOf(values), value]) if (typeof name === 'string') found.set(name, pick(alternative));
    }
    return found;
  }

  #at(reference: string): SchemaNode {
    const parts = reference.replace(/^#\//u, '').split('/');
    return parts.reduce<SchemaNode>((node, part) => fieldsOf(node)[part], this.#root);
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** It may have fields that it does not name, or says nothing of itself at all. */
function isOpen(node: Readonly<Record<string, SchemaNode>>): boolean {
  const { additionalProperties } = node;
  if (additionalProperties !== undefined) return additionalProperties !== false;
  return !['type', 'properties', 'enum', 'const'].some((key) => key in node);
}
