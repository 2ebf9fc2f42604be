/** What is called most: a program of its own has these commands and nothing else, and is half as long to load. */
export const EVERYDAY = ['task', 'status', 'wait', 'result', 'cancel', 'logs', 'hook'] as const;
export type Everyday = (typeof EVERYDAY)[number];

export function isEveryday(name: string): name is Everyday {
  return EVERYDAY.some((known) => known === name);
}
