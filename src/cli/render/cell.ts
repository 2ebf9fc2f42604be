import { oneLine } from '../../util/plain-text.ts';

/** `text` in at most `limit` characters, as it can stand in a cell of a Markdown table. */
export function cell(text: string, limit: number): string {
  return oneLine(text, limit).replaceAll('|', '\\|');
}
