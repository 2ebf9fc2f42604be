/** The balanced `{…}` at the start of `text`, undefined when it never closes. Braces in strings do not count. */
export function leadingObject(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined;
  let depth = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gsu)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return text.slice(0, match.index + 1);
  }
  return undefined;
}
