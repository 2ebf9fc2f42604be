import { type Finding, type ParsedVerdict, type Verdict, worstFirst } from '../../review/verdict.ts';

/** A verdict for people: what was found, worst first, and what to do. */
export function verdictLines({ verdict, summary, findings, next_steps: nextSteps }: Verdict, target: string): string[] {
  return [
    `Target: ${target}`,
    `Verdict: ${verdict}`,
    '',
    summary,
    '',
    ...(findings.length === 0
      ? ['No material findings.']
      : ['Findings:', ...worstFirst(findings).flatMap(findingLines)]),
    ...(nextSteps.length === 0 ? [] : ['', 'Next steps:', ...nextSteps.map((step) => `- ${step}`)]),
  ];
}

/** An answer that is no verdict, as it is, with what is wrong with it. */
export function noVerdictLines({ kind, error, raw }: Extract<ParsedVerdict, { ok: false }>, target: string): string[] {
  const what =
    kind === 'not_json'
      ? ['Codex did not return valid structured JSON.', '', `- Parse error: ${error}`]
      : [
          `Target: ${target}`,
          'Codex returned JSON with an unexpected review shape.',
          '',
          `- Validation error: ${error}`,
        ];
  return [...what, ...(raw.trim() === '' ? [] : ['', 'Raw final message:', '', '```text', raw.trimEnd(), '```'])];
}

function findingLines({ severity, title, file, body, recommendation, ...lines }: Finding): string[] {
  return [
    `- [${severity}] ${title} (${file}${rangeOf(lines)})`,
    `  ${indented(body)}`,
    ...(recommendation === '' ? [] : [`  Recommendation: ${indented(recommendation)}`]),
  ];
}

function rangeOf({ line_start: start, line_end: end }: Pick<Finding, 'line_start' | 'line_end'>): string {
  return end > start ? `:${start}-${end}` : `:${start}`;
}

function indented(text: string): string {
  return text.trim().replaceAll('\n', '\n  ');
}
