import { endsStream, type JobEvent } from '../contract/event.ts';
import type { Fact } from '../contract/fact.ts';
import { oneLine, plainText } from '../util/plain-text.ts';
import { unreachable } from '../util/unreachable.ts';

const LINE_CHARS = 2_000;
const PREVIEW_CHARS = 160;
const FILES_SHOWN = 10;

/** One line of a job's story, in words that may come from anywhere; a body makes it a block. */
interface Line {
  readonly text: string;
  readonly body?: string;
}

/**
 * What an event adds to the job log: `[at] line` each, bodies beneath their line as they are; '' for
 * nothing. Free of terminal control sequences. `at` is an ISO instant.
 */
export function logLines(event: JobEvent, at: string): string {
  let log = '';
  for (const { text, body } of linesOf(event)) {
    log += `[${at}] ${oneLine(text, LINE_CHARS)}\n`;
    if (body !== undefined) log += `${plainText(body).trimEnd()}\n`;
  }
  return log;
}

/** The same in one line each, for somebody who watches: a block shows the beginning of its body. */
export function progressLines(event: JobEvent): string[] {
  // Who waits for the end says how it came, and has the answer for stdout.
  if (endsStream(event)) return [];
  return linesOf(event).map(({ text, body }) =>
    body === undefined ? oneLine(text, LINE_CHARS) : `${text}: ${oneLine(body, PREVIEW_CHARS)}`,
  );
}

function linesOf(event: JobEvent): Line[] {
  switch (event.type) {
    case 'job.queued':
      return [line('Queued', event.summary)];
    case 'job.started':
      return [{ text: `Starting ${event.title}.` }];
    case 'job.threadReady':
      return [{ text: `Thread ready (${event.threadId}).` }];
    case 'job.turnStarted':
      return [{ text: `Turn started (${event.turnId}).` }];
    case 'job.progressed':
      return event.facts.map(lineOfFact).filter((one) => one !== null);
    case 'job.asked':
      return [line(`Codex asks to be allowed ${event.question.what}`, event.question.subject)];
    case 'job.answered':
      return [{ text: `Answered by ${event.by}: ${event.decision}.` }];
    case 'job.stopping':
      return [{ text: event.cause === 'cancel' ? 'Cancelling.' : `Stopping (${event.cause}).` }];
    case 'job.adopted':
      return [{ text: `Taken over by another broker (${event.owner.brokerId}).` }];
    case 'job.retrying':
      return [
        line(`Attempt ${event.attempt - 1} of ${event.of} failed (${event.reason}), trying again`, event.message),
      ];
    case 'job.completed':
      return [block('Final output', event.finalMessage)];
    case 'job.failed':
      return [line(`Failed (${event.reason})`, event.message)];
    case 'job.cancelled':
      return [{ text: `Cancelled by ${event.by}.` }];
    default:
      return unreachable(event);
  }
}

function lineOfFact(fact: Fact): Line | null {
  switch (fact.kind) {
    case 'itemStarted':
      return startOf(fact);
    case 'itemEnded':
      return fact.status === 'completed' ? null : line(`Item ${fact.status}`, fact.label);
    case 'messageCompleted':
      return block('Assistant message', fact.text);
    case 'reviewCompleted':
      return block('Review output', fact.text);
    case 'reasoningCompleted':
      return block('Reasoning summary', fact.sections.join('\n\n'));
    case 'commandCompleted':
      return line(
        `Command ${fact.status}`,
        `${fact.command}${fact.exitCode === null ? '' : ` (exit ${fact.exitCode})`}`,
      );
    case 'filesChanged':
      return line(`File changes ${fact.status}`, severalOf(fact.paths));
    case 'subAgentStarted':
      return line('Sub-agent started', `${fact.label} (${fact.threadId})`);
    case 'retrying':
      return line('Retrying', fact.message);
    case 'errorReported':
      return line('Error', fact.message);
    case 'noticed':
      return line('Notice', fact.message);
    case 'clockJumped':
      return line('Notice', clockSentence(fact.byMs));
    case 'turnRenamed':
    case 'streamed':
    case 'messageStreamed':
    case 'usageUpdated':
      return null;
    default:
      return unreachable(fact);
  }
}

/** What is said, and changes of files, are told when they are done; anything else may take its time, so its start is. */
function startOf({ phase, label, said }: Extract<Fact, { kind: 'itemStarted' }>): Line | null {
  if (phase === 'reviewing') return label === 'review output' ? null : line('Reviewer started', label);
  return said === true || phase === 'editing' ? null : { text: `Running ${label}` };
}

function clockSentence(byMs: number): string {
  const by = `${Math.round(Math.abs(byMs) / 1000)} s`;
  return byMs > 0
    ? `The wall clock went ahead by ${by}: the machine slept, or its clock was set; deadlines count the time it was awake`
    : `The wall clock went back by ${by}: it was set; deadlines do not feel it`;
}

function line(head: string, detail: string): Line {
  return { text: `${head}: ${detail}` };
}

function block(text: string, body: string): Line {
  return { text, body };
}

function severalOf(paths: readonly string[]): string {
  const more = paths.length - FILES_SHOWN;
  return `${paths.slice(0, FILES_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
