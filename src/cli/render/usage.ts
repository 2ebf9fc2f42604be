import type { Usage } from '../../contract/usage.ts';

/** `12,480 (10,000 in, of which 4,000 cached; 2,480 out, of which 500 reasoning)` */
export function usageText({ totalTokens, ...usage }: Usage): string {
  const input = part(usage.inputTokens, 'in', usage.cachedInputTokens, 'cached');
  const output = part(usage.outputTokens, 'out', usage.reasoningOutputTokens, 'reasoning');
  return `${grouped(totalTokens)} (${input}; ${output})`;
}

function part(tokens: number, name: string, ofWhich: number, what: string): string {
  return `${grouped(tokens)} ${name}${ofWhich === 0 ? '' : `, of which ${grouped(ofWhich)} ${what}`}`;
}

function grouped(tokens: number): string {
  return String(Math.round(tokens)).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}
