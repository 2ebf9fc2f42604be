import type { Fact } from '../contract/fact.ts';
import { MAX_UNFINISHED_CHARS, type Work } from '../contract/job.ts';
import { addUsage } from '../contract/usage.ts';
import { last } from '../util/last.ts';

/** Lists of a record are bounded: the log file has everything, the record what a person asks for. */
export const MAX_TOUCHED_FILES = 1_000;
export const MAX_COMMANDS = 200;
export const MAX_REASONING_SECTIONS = 200;
export const MAX_SECTION_CHARS = 10_000;
export const MAX_CHILD_THREADS = 1_000;

type Streamed = Extract<Fact, { kind: 'messageStreamed' }>;

/** What a batch of facts adds to the lists of a record, each of which is made anew once. */
interface Added {
  readonly commands: Array<Work['commands'][number]>;
  readonly reasoningSummary: string[];
  readonly touchedFiles: string[];
  readonly childThreadIds: string[];
}

/** What facts add to what the turn has produced so far. */
export function workWith(work: Work, facts: readonly Fact[]): Work {
  const added: Added = { commands: [], reasoningSummary: [], touchedFiles: [], childThreadIds: [] };
  const next = facts.reduce((soFar, fact) => afterFact(soFar, fact, added), work);
  const { commands, reasoningSummary, touchedFiles, childThreadIds } = added;
  return {
    ...next,
    commands: newest(work.commands, commands, MAX_COMMANDS),
    reasoningSummary: newest(work.reasoningSummary, reasoningSummary, MAX_REASONING_SECTIONS),
    touchedFiles: first(work.touchedFiles, touchedFiles, MAX_TOUCHED_FILES),
    childThreadIds: first(work.childThreadIds, childThreadIds, MAX_CHILD_THREADS),
  };
}

/** The same object where there is nothing to change. */
function afterFact(work: Work, fact: Fact, added: Added): Work {
  switch (fact.kind) {
    case 'messageStreamed':
      return { ...work, unfinished: continued(work.unfinished, fact) };
    case 'itemEnded':
      return fact.itemId === work.unfinished?.itemId ? { ...work, unfinished: null } : work;
    case 'messageCompleted':
    case 'reviewCompleted':
      return { ...work, lastMessage: fact.text };
    case 'reasoningCompleted':
      added.reasoningSummary.push(...shortened(fact.sections));
      return work;
    case 'itemStarted':
      return fact.said === true ? work : acted(work);
    case 'commandCompleted':
      added.commands.push({ command: fact.command, exitCode: fact.exitCode });
      return acted(work);
    case 'filesChanged':
      if (fact.status === 'completed') added.touchedFiles.push(...fact.paths);
      return acted(work);
    case 'subAgentStarted':
      added.childThreadIds.push(fact.threadId);
      return acted(work);
    case 'usageUpdated':
      return { ...work, usage: work.earlierUsage === null ? fact.usage : addUsage(work.earlierUsage, fact.usage) };
    case 'retrying':
    case 'errorReported':
    case 'noticed':
      return { ...work, lastNotice: fact.message };
    case 'clockJumped':
      return { ...work, clockJumpMs: work.clockJumpMs + fact.byMs };
    default:
      return work;
  }
}

function acted(work: Work): Work {
  return work.acted ? work : { ...work, acted: true };
}

function newest<T>(list: T[], more: readonly T[], limit: number): T[] {
  return more.length === 0 ? list : last([...list, ...more], limit);
}

/** Each once. */
function first(list: string[], more: readonly string[], limit: number): string[] {
  return more.length === 0 ? list : [...new Set([...list, ...more])].slice(0, limit);
}

/** Another message takes the place of one that never ended: Codex has begun its answer anew. */
function continued(before: Work['unfinished'], { itemId, text }: Streamed): Work['unfinished'] {
  const known = before?.itemId === itemId ? before.text : '';
  if (known.length >= MAX_UNFINISHED_CHARS - 1) return before;
  // Not half of a character that takes two units.
  return { itemId, text: (known + text).slice(0, MAX_UNFINISHED_CHARS).replace(/[\ud800-\udbff]$/u, '') };
}

/** The log has them whole. */
function shortened(sections: readonly string[]): string[] {
  return last([...sections], MAX_REASONING_SECTIONS).map((section) => section.slice(0, MAX_SECTION_CHARS));
}
