import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';

const ToolSchema = v.looseObject({
  name: v.exactOptional(v.string()),
  type: v.exactOptional(v.string()),
  namespace: v.exactOptional(v.string()),
});
export type Tool = v.InferOutput<typeof ToolSchema>;

const ToolGroupSchema = v.looseObject({ ...ToolSchema.entries, tools: v.exactOptional(v.array(ToolSchema)) });

const PartSchema = v.looseObject({
  text: v.exactOptional(v.string()),
  encrypted_content: v.exactOptional(v.string()),
});

const InputItemSchema = v.looseObject({
  type: v.exactOptional(v.string()),
  role: v.exactOptional(v.string()),
  content: v.optional(v.nullable(v.union([v.string(), v.array(PartSchema)]))),
  tools: v.exactOptional(v.array(ToolGroupSchema)),
});
export type InputItem = v.InferOutput<typeof InputItemSchema>;

/** The part of a Responses API request that decides the answer. */
export const BodySchema = v.looseObject({
  model: v.exactOptional(v.string()),
  reasoning: v.nullish(v.object({ effort: v.nullish(v.string()) })),
  instructions: v.exactOptional(v.string()),
  prompt_cache_key: v.exactOptional(v.string()),
  input: v.optional(v.array(InputItemSchema), []),
  tools: v.optional(v.array(ToolSchema), []),
});
export type Body = v.InferOutput<typeof BodySchema>;

export function textOf(item: InputItem): string {
  if (typeof item.content === 'string') return item.content;
  return (item.content ?? []).map((part) => part.text ?? part.encrypted_content ?? '').join('\n');
}

export function userTexts(body: Body): string[] {
  return body.input.filter((item) => item.role === 'user').map(textOf);
}

/** The tools on offer: in `tools`, or (newer models) in an `additional_tools` input item, grouped by namespace. */
export function toolsOf(body: Body): Tool[] {
  const groups = body.input.filter((item) => item.type === 'additional_tools').flatMap((item) => item.tools ?? []);
  const grouped = groups.flatMap((group) => {
    const namespace = group.type === 'namespace' ? { namespace: group.name ?? '' } : {};
    return (group.tools ?? [group]).map((tool) => ({ ...tool, ...namespace }));
  });
  return [...body.tools, ...grouped];
}

/** The body as text; the far end may go at any byte. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
