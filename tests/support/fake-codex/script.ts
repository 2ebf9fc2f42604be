import * as v from 'valibot';
import { leadingObject } from '../marked-json.ts';
import { ScriptSchema, type Step, type StepInput, StepSchema } from './steps/schema.ts';

/** What a prompt asks for. `remote`: the steps come over the control socket, one by one. */
export type Script =
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'remote' }
  | { readonly kind: 'bad'; readonly problem: string };

/** A prompt that makes the fake play these steps. */
export function fakePrompt(...steps: StepInput[]): string {
  return `FAKE${JSON.stringify({ do: steps })}`;
}

/**
 * `FAKE{"do":[…]}` anywhere in the prompt is a script, `FAKE:scripted` asks the control socket, `FAKE:<step>` is
 * that step with its defaults. Without a mark the turn finishes at once.
 */
export function scriptOf(prompt: string): Script {
  const mark = prompt.search(/FAKE[:{]/u);
  if (mark < 0) return { kind: 'steps', steps: [] };
  const rest = prompt.slice(mark + 'FAKE'.length);
  const preset = /^:(\w+)/u.exec(rest)?.[1];
  if (preset === 'scripted') return { kind: 'remote' };
  if (preset !== undefined) return scriptFrom({ do: [{ do: preset }] });
  const json = leadingObject(rest);
  if (json === undefined) return { kind: 'bad', problem: `Cannot use script ${rest}: "{" without its "}"` };
  return scriptFrom(parsed(json));
}

/** One step in JSON, or what is wrong with it. */
export function stepFrom(json: string): { readonly step: Step } | { readonly problem: string } {
  const result = v.safeParse(StepSchema, parsed(json));
  return result.success ? { step: result.output } : { problem: problemOf(json, result.issues) };
}

function scriptFrom(raw: unknown): Script {
  const result = v.safeParse(ScriptSchema, raw);
  if (result.success) return { kind: 'steps', steps: result.output.do };
  return { kind: 'bad', problem: problemOf(JSON.stringify(raw), result.issues) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function problemOf(json: string, issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return `Cannot use script ${json}: ${v.summarize(issues)}`;
}
