import * as v from 'valibot';
import { messageOf } from '../contract/fault.ts';
import { oneLine } from '../util/plain-text.ts';

/** Of what Codex wrote, in the sentence that says what is wrong with it. */
const MAX_QUOTED_CHARS = 200;

/** Worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export const VERDICTS = ['approve', 'needs-attention'] as const;

const Line = v.pipe(v.number(), v.integer(), v.minValue(1));

export const FindingSchema = v.object({
  severity: v.picklist(SEVERITIES),
  title: v.string(),
  body: v.string(),
  file: v.string(),
  line_start: Line,
  line_end: Line,
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  recommendation: v.string(),
});
export type Finding = v.InferOutput<typeof FindingSchema>;

export const VerdictSchema = v.object({
  verdict: v.picklist(VERDICTS),
  summary: v.string(),
  findings: v.array(FindingSchema),
  next_steps: v.array(v.string()),
});
export type Verdict = v.InferOutput<typeof VerdictSchema>;

/** What Codex answered: a verdict, or why it is none. `raw` is the answer as it came. */
export type ParsedVerdict =
  | { readonly ok: true; readonly verdict: Verdict }
  | { readonly ok: false; readonly kind: 'not_json' | 'wrong_shape'; readonly error: string; readonly raw: string };

/** Takes the object alone or in a code fence, with blank space around it; anything else is no verdict. */
export function parseVerdict(text: string): ParsedVerdict {
  let value: unknown;
  try {
    value = JSON.parse(withoutFence(text.trim()));
  } catch (error) {
    return { ok: false, kind: 'not_json', error: messageOf(error), raw: text };
  }
  const parsed = v.safeParse(VerdictSchema, value);
  if (parsed.success) return { ok: true, verdict: parsed.output };
  return { ok: false, kind: 'wrong_shape', error: shapeError(value, parsed.issues[0]), raw: text };
}

/** The worst first, among equals the surest; otherwise as they came. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  return findings.toSorted((a, b) => rank(a) - rank(b) || b.confidence - a.confidence);
}

const FENCE = /^```[a-z]*[ \t]*\r?\n([\s\S]*?)\r?\n?```$/iu;

function withoutFence(text: string): string {
  return FENCE.exec(text)?.[1] ?? text;
}

// Scripts match these sentences.
const MISSING = new Map([
  ['verdict', 'Missing string `verdict`.'],
  ['summary', 'Missing string `summary`.'],
  ['findings', 'Missing array `findings`.'],
  ['next_steps', 'Missing array `next_steps`.'],
]);

function shapeError(value: unknown, issue: v.InferIssue<typeof VerdictSchema>): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'Expected a top-level JSON object.';
  const path = v.getDotPath(issue) ?? '';
  const wrongKind = issue.input === undefined || (issue.type !== 'picklist' && !path.includes('.'));
  const missing = wrongKind ? MISSING.get(path) : undefined;
  const received = oneLine(issue.received, MAX_QUOTED_CHARS);
  return missing ?? `Unexpected value at \`${path}\`: expected ${issue.expected ?? 'another'}, received ${received}`;
}
