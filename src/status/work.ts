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

/** What a fact adds to what the turn has produced so far. */
export function workWith(work: Work, fact: Fact): Work {
  switch (fact.kind) {
    case 'messageStreamed':
      return { ...work, unfinished: continued(work.unfinished, fact) };
    case 'itemEnded':
      return fact.itemId === work.unfinished?.itemId ? { ...work, unfinished: null } : work;
    case 'messageCompleted':
    case 'reviewCompleted':
      return { ...work, lastMessage: fact.text };
    case 'reasoningCompleted':
      return {
        ...work,
        reasoningSummary: last([...work.reasoningSummary, ...shortened(fact.sections)], MAX_REASONING_SECTIONS),
      };
    case 'itemStarted':
      return fact.said === true ? work : { ...work, acted: true };
    case 'commandCompleted':
      return {
        ...work,
        acted: true,
        commands: last([...work.commands, { command: fact.command, exitCode: fact.exitCode }], MAX_COMMANDS),
      };
    case 'filesChanged':
      if (fact.status !== 'completed') return { ...work, acted: true };
      return {
        ...work,
        acted: true,
        touchedFiles: [...new Set([...work.touchedFiles, ...fact.paths])].slice(0, MAX_TOUCHED_FILES),
      };
    case 'subAgentStarted':
      return {
        ...work,
        acted: true,
        childThreadIds: [...new Set([...work.childThreadIds, fact.threadId])].slice(0, MAX_CHILD_THREADS),
      };
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
