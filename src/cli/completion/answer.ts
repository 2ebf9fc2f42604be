import type { Command } from 'commander';
import { oneLine } from '../../util/plain-text.ts';
import { cursorAt } from './cursor.ts';
import { type Suggestion, type Suggestions, suggestionsAt } from './suggestions.ts';

const ABOUT_CHARS = 100;

/** What the scripts of the shells read; see {@link completionScript}. A line that cannot be completed is no error: there is no place to say it. */
export async function answerTo(program: Command, words: readonly string[]): Promise<string> {
  const { words: found, also } = await suggestionsOrNone(program, words);
  return [also, ...found.map(line), ''].join('\n');
}

async function suggestionsOrNone(program: Command, words: readonly string[]): Promise<Suggestions> {
  try {
    return await suggestionsAt(cursorAt(program, words));
  } catch {
    return { words: [], also: 'nothing' };
  }
}

function line({ word, about }: Suggestion): string {
  return `${word}\t${oneLine(about, ABOUT_CHARS)}`;
}
