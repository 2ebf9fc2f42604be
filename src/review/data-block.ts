/** `text` between two tags. Where it holds the closing one itself, both get a number: it cannot end its own block. */
export function dataBlock(name: string, text: string): string {
  let tag = name;
  for (let number = 2; text.includes(`</${tag}`); number += 1) tag = `${name}-${number}`;
  return `<${tag}>\n${text}\n</${tag}>`;
}

/** The beginning and the end of a text that is too long, with a line between them that says what is missing. */
export function keepEnds(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor(limit / 2);
  // Not half of a character that takes two units.
  const first = text.slice(0, half).replace(/\p{Cs}$/u, '');
  const last = text.slice(-half).replace(/^\p{Cs}/u, '');
  return `${first}\n[… ${text.length - first.length - last.length} characters left out …]\n${last}`;
}
