import * as v from 'valibot';
import { leadingObject } from '../marked-json.ts';
import { PRESETS } from './presets.ts';
import { type Body, textOf } from './request.ts';
import { type Script, ScriptSchema, type Step } from './steps.ts';

export interface Plan {
  readonly step: Step;
  readonly index: number;
  /** Tool outputs since the prompt. */
  readonly outputs: number;
  /** Start of the marked prompt: tells the attempts of one step apart from those of another. */
  readonly tag: string;
}

/**
 * The answer to a request. The last user message with `STUB:<preset>` or `STUB{"steps":[…]}` decides, or one that is
 * among the `known` prompts, which need no mark; a review prompt without either gets a review, any other a plain answer.
 *
 * @throws when what follows `STUB` is no preset, or no script.
 */
export function planFor(body: Body, known: KnownPrompts = NONE): Plan {
  const { script, at, tag } = lastScript(body, known) ?? defaultScript(body);
  const outputs = body.input.slice(at + 1).filter((item) => item.type?.endsWith('_output') === true).length;
  const index = Math.min(outputs, script.steps.length - 1);
  const step = script.steps[index];
  if (step === undefined) throw new Error('Cannot plan an answer: the script has no steps');
  return { step, index, outputs, tag };
}

/** Whole prompts, as people write them, and what each is answered with. */
export type KnownPrompts = ReadonlyMap<string, Script>;

const NONE: KnownPrompts = new Map();

interface Found {
  readonly script: Script;
  readonly at: number;
  readonly tag: string;
}

function lastScript(body: Body, known: KnownPrompts): Found | undefined {
  for (let at = body.input.length - 1; at >= 0; at -= 1) {
    const item = body.input[at];
    if (item === undefined || (item.role !== 'user' && item.type !== 'agent_message')) continue;
    const text = textOf(item);
    const wanted = known.get(text);
    if (wanted !== undefined) return { script: wanted, at, tag: text };
    const mark = text.search(/STUB[:{]/u);
    const script = mark < 0 ? undefined : scriptAfter(text.slice(mark + 'STUB'.length));
    if (script !== undefined) return { script, at, tag: text.slice(mark, mark + 400) };
  }
  return undefined;
}

function scriptAfter(text: string): Script | undefined {
  const preset = /^:(\w+)/u.exec(text)?.[1];
  if (preset !== undefined) return presetOf(preset);
  const json = leadingObject(text);
  if (json === undefined) return undefined;
  const parsed = v.safeParse(ScriptSchema, JSON.parse(json));
  if (parsed.success) return parsed.output;
  throw new Error(`Cannot use stub script ${json}: ${v.summarize(parsed.issues)}`);
}

function presetOf(name: string): Script {
  const script = PRESETS.get(name);
  if (script === undefined) throw new Error(`Cannot use stub preset "${name}": there is none of that name`);
  return script;
}

function defaultScript(body: Body): Found {
  const prompt = body.input.findLast((item) => item.role === 'user');
  const text = prompt === undefined ? '' : textOf(prompt);
  const review = /review (?:the|this)/iu.test(text) || /code review/iu.test((body.instructions ?? '').slice(0, 400));
  const step: Step = review ? { do: 'review' } : { do: 'final', text: 'stub answer' };
  return { script: { steps: [step] }, at: -1, tag: `default:${text.slice(0, 60)}` };
}
