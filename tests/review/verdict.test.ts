import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Finding, FindingSchema, parseVerdict, VerdictSchema, worstFirst } from '../../src/review/verdict.ts';
import { VERDICT_JSON_SCHEMA } from '../../src/review/verdict-schema.ts';

const FINDING: Finding = {
  severity: 'high',
  title: 'Lost update',
  body: 'Two writers.',
  file: 'src/a.ts',
  line_start: 4,
  line_end: 6,
  confidence: 0.9,
  recommendation: 'Lock it.',
};
const VERDICT = { verdict: 'needs-attention', summary: 'One defect.', findings: [FINDING], next_steps: ['Lock it.'] };
const JSON_TEXT = JSON.stringify(VERDICT, null, 2);

function errorOf(value: unknown): string {
  const parsed = parseVerdict(JSON.stringify(value));
  return parsed.ok ? 'ok' : parsed.error;
}

describe('an answer', () => {
  test.each([
    ['alone', JSON_TEXT],
    ['with blank space around it', `\n\n  ${JSON_TEXT}\r\n`],
    ['in a fence', `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
    ['in a fence without a language, with blank space', `  \`\`\`\r\n${JSON_TEXT}\r\n\`\`\`  \n`],
  ])('is read %s', (_how, text) => {
    expect(parseVerdict(text)).toEqual({ ok: true, verdict: VERDICT });
  });

  test('without findings is a verdict, and keys that nobody knows are dropped', () => {
    const approval = { verdict: 'approve', summary: 'Sound.', findings: [], next_steps: [] };
    expect(parseVerdict(JSON.stringify({ ...approval, mood: 'good' }))).toEqual({ ok: true, verdict: approval });
  });

  test.each(['', 'Looks good to me.', `Here you are: ${JSON_TEXT}`, '{"verdict": "approve"'])(
    'that is no JSON is given back as it came: %j',
    (text) => {
      expect(parseVerdict(text)).toMatchObject({ ok: false, kind: 'not_json', raw: text });
    },
  );

  test.each([
    ['Expected a top-level JSON object.', [VERDICT]],
    ['Expected a top-level JSON object.', null],
    ['Missing string `verdict`.', {}],
    ['Missing string `summary`.', { ...VERDICT, summary: 7 }],
    ['Missing array `findings`.', { verdict: 'approve', summary: 'x' }],
    ['Missing array `findings`.', { ...VERDICT, findings: {} }],
    ['Missing array `next_steps`.', { ...VERDICT, next_steps: undefined }],
  ])('of the wrong shape is refused with "%s"', (error, value) => {
    expect(errorOf(value)).toBe(error);
  });

  test('with a wrong value is refused with its place', () => {
    expect(errorOf({ ...VERDICT, verdict: 'maybe' })).toBe(
      'Unexpected value at `verdict`: expected ("approve" | "needs-attention"), received "maybe"',
    );
    expect(errorOf({ ...VERDICT, findings: [FINDING, { ...FINDING, severity: 'blocker' }] })).toContain(
      '`findings.1.severity`',
    );
    expect(errorOf({ ...VERDICT, findings: [{ ...FINDING, line_start: 0 }] })).toContain('`findings.0.line_start`');
    expect(errorOf({ ...VERDICT, findings: [{ ...FINDING, confidence: 90 }] })).toContain('`findings.0.confidence`');
    expect(errorOf({ ...VERDICT, findings: [{ ...FINDING, file: undefined }] })).toContain('`findings.0.file`');
    expect(errorOf({ ...VERDICT, verdict: 'x'.repeat(1_000_000) }).length).toBeLessThan(400);
    expect(errorOf({ ...VERDICT, next_steps: [1] })).toContain('`next_steps.0`');
  });
});

test('findings are sorted by severity, then by confidence, and otherwise stay as they came', () => {
  const named = (title: string, severity: Finding['severity'], confidence: number) => ({
    ...FINDING,
    title,
    severity,
    confidence,
  });
  const findings = [
    named('d', 'low', 1),
    named('b', 'high', 0.5),
    named('c', 'high', 0.5),
    named('a', 'critical', 0.3),
  ];
  findings.push(named('b0', 'high', 0.8));
  expect(worstFirst(findings).map(({ title }) => title)).toEqual(['a', 'b0', 'b', 'c', 'd']);
  expect(findings[0]?.title).toBe('d');
});

test('the JSON Schema names exactly the keys of the schema, all of them required, and allows no others', () => {
  const Strict = v.looseObject({
    additionalProperties: v.literal(false),
    required: v.array(v.string()),
    properties: v.record(v.string(), v.unknown()),
  });
  const whole = v.parse(Strict, VERDICT_JSON_SCHEMA);
  const { items } = v.parse(v.looseObject({ items: v.unknown() }), whole.properties['findings']);
  for (const [schema, entries] of [
    [whole, VerdictSchema.entries],
    [v.parse(Strict, items), FindingSchema.entries],
  ] as const) {
    expect(schema.required).toEqual(Object.keys(entries));
    expect(Object.keys(schema.properties)).toEqual(Object.keys(entries));
  }
});
