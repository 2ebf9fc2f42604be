import type { Phase } from '../contract/fact.ts';
import { oneLine } from '../util/plain-text.ts';
import { unreachable } from '../util/unreachable.ts';
import { isVerification } from './command-text.ts';
import type { Item } from './items.ts';

const SUBJECT_CHARS = 200;

/** What an item is called in the log and in `status`, and what the job is doing while it runs. */
export function labelOf(item: Item): string {
  switch (item.type) {
    case 'userMessage':
      return 'prompt';
    case 'agentMessage':
      return 'message';
    case 'reasoning':
      return 'reasoning';
    case 'commandExecution':
      return item.command === '' ? 'command' : `command: ${item.command}`;
    case 'fileChange':
      return titled('file change', severalOf(item.changes.map((change) => change.path)));
    case 'mcpToolCall':
      return titled('tool', dotted(item.server, item.tool));
    case 'dynamicToolCall':
      return titled('tool', dotted(item.namespace, item.tool));
    case 'collabAgentToolCall':
      return titled('sub-agent', item.tool);
    case 'subAgentActivity':
      return titled('sub-agent', item.agentPath);
    case 'webSearch':
      return titled('web search', item.query);
    case 'enteredReviewMode':
      return oneLine(item.review, SUBJECT_CHARS) || 'review';
    case 'exitedReviewMode':
      return 'review output';
    case 'named':
      return oneLine(inWords(item.name), SUBJECT_CHARS);
    default:
      return unreachable(item);
  }
}

export function phaseOf(item: Item): Phase {
  switch (item.type) {
    case 'agentMessage':
      return item.phase === 'commentary' ? 'running' : 'finalizing';
    case 'reasoning':
      return 'thinking';
    case 'commandExecution':
      return isVerification(item.command) ? 'verifying' : 'investigating';
    case 'mcpToolCall':
    case 'dynamicToolCall':
    case 'webSearch':
      return 'investigating';
    case 'fileChange':
      return 'editing';
    case 'enteredReviewMode':
    case 'exitedReviewMode':
      return 'reviewing';
    case 'userMessage':
    case 'collabAgentToolCall':
    case 'subAgentActivity':
    case 'named':
      return 'running';
    default:
      return unreachable(item);
  }
}

function titled(title: string, subject: string): string {
  const flat = oneLine(subject, SUBJECT_CHARS);
  return flat === '' ? title : `${title}: ${flat}`;
}

function severalOf(names: readonly string[]): string {
  const [first = '', ...others] = names;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function dotted(owner: string, name: string): string {
  return owner === '' ? name : `${owner}.${name}`;
}

/** `contextCompaction` → `context compaction` */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}
