import type { JsonObject } from '../contract/json.ts';
import { SEVERITIES, VERDICTS } from './verdict.ts';

const TEXT: JsonObject = { type: 'string' };
const LINE: JsonObject = { type: 'integer', minimum: 1 };

/** The same shape as VerdictSchema, as JSON Schema for `turn/start`: strict, so every key is required and no other allowed. */
export const VERDICT_JSON_SCHEMA: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['verdict', 'summary', 'findings', 'next_steps'],
  properties: {
    verdict: { type: 'string', enum: [...VERDICTS] },
    summary: TEXT,
    findings: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['severity', 'title', 'body', 'file', 'line_start', 'line_end', 'confidence', 'recommendation'],
        properties: {
          severity: { type: 'string', enum: [...SEVERITIES] },
          title: TEXT,
          body: TEXT,
          file: TEXT,
          line_start: LINE,
          line_end: LINE,
          confidence: { type: 'number', minimum: 0, maximum: 1 },
          recommendation: TEXT,
        },
      },
    },
    next_steps: { type: 'array', items: TEXT },
  },
};
