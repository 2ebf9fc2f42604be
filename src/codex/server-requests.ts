import * as v from 'valibot';
import { oneLine } from '../util/plain-text.ts';
import { commandText } from './command-text.ts';
import { fieldsOf } from './fields.ts';

/** Something that Codex asks to be allowed, and that a person can decide. */
export interface ApprovalQuestion {
  readonly threadId: string | null;
  readonly what: 'a command' | 'a file change';
  /** The command, or why the file is to be changed; '' when Codex does not say. */
  readonly subject: string;
}

export type Decision = 'accept' | 'decline';

/**
 * What a request of the app-server gets: nothing is granted that the job's own rule does not grant.
 * `notice` is the sentence for the job's log, `threadId` the thread that the request concerns.
 */
export type ServerRequestAnswer = { readonly threadId: string | null; readonly notice: string } & (
  | { readonly kind: 'reply'; readonly result: unknown }
  | { readonly kind: 'error'; readonly error: { readonly code: number; readonly message: string } }
);

const METHOD_NOT_FOUND = -32601;
const SUBJECT_CHARS = 200;
const REJECTION = 'This job runs without a person to ask; go on without it';

/** The answers that do not depend on the request: what refusing looks like in each. */
export const REFUSALS = {
  'item/commandExecution/requestApproval': { decision: 'decline' },
  'item/fileChange/requestApproval': { decision: 'decline' },
  'item/permissions/requestApproval': { permissions: {}, scope: 'turn' },
  'item/tool/requestUserInput': { answers: {} },
  'mcpServer/elicitation/request': { action: 'decline', content: null, _meta: null },
  'item/tool/call': { contentItems: [{ type: 'inputText', text: REJECTION }], success: false },
  execCommandApproval: { decision: { denied: { rejection: REJECTION } } },
  applyPatchApproval: { decision: { denied: { rejection: REJECTION } } },
} as const;

/** What may be granted, and what granting it looks like; everything else is refused whatever the job's rule. */
export const ACCEPTANCES = {
  'item/commandExecution/requestApproval': { decision: 'accept' },
  'item/fileChange/requestApproval': { decision: 'accept' },
  execCommandApproval: { decision: 'approved' },
  applyPatchApproval: { decision: 'approved' },
} as const;

const APPROVALS: Readonly<Record<keyof typeof ACCEPTANCES, ApprovalQuestion['what']>> = {
  'item/commandExecution/requestApproval': 'a command',
  'item/fileChange/requestApproval': 'a file change',
  execCommandApproval: 'a command',
  applyPatchApproval: 'a file change',
};

/** Requests that need something this program does not have. */
export const UNSUPPORTED = ['account/chatgptAuthTokens/refresh', 'attestation/generate', 'currentTime/read'] as const;

const WORDS: Readonly<Record<keyof typeof REFUSALS, string>> = {
  'item/commandExecution/requestApproval': 'Declined to approve a command',
  'item/fileChange/requestApproval': 'Declined to approve a file change',
  'item/permissions/requestApproval': 'Declined to grant further permissions',
  'item/tool/requestUserInput': 'Left a question of Codex unanswered',
  'mcpServer/elicitation/request': 'Declined a question of an MCP server',
  'item/tool/call': 'Refused a tool call',
  execCommandApproval: 'Declined to approve a command',
  applyPatchApproval: 'Declined to approve a file change',
};

const Details = v.object({
  threadId: v.fallback(v.nullish(v.string(), null), null),
  conversationId: v.fallback(v.nullish(v.string(), null), null),
  command: v.fallback(v.nullish(v.union([v.string(), v.array(v.string())]), null), null),
  reason: v.fallback(v.nullish(v.string(), null), null),
  message: v.fallback(v.nullish(v.string(), null), null),
  serverName: v.fallback(v.nullish(v.string(), null), null),
  tool: v.fallback(v.nullish(v.string(), null), null),
});

/** The question in a request, or null when it asks for nothing that may be granted. Never throws. */
export function approvalIn(method: string, params: unknown): ApprovalQuestion | null {
  if (!isAcceptable(method)) return null;
  const details = v.parse(Details, fieldsOf(params));
  const [subject = ''] = subjectOf(details);
  return { threadId: threadOf(details), what: APPROVALS[method], subject };
}

/**
 * Never throws, whatever the request is: one that is left unanswered would hold its turn for ever.
 * `decision` counts for what {@link approvalIn} finds a question in.
 */
export function answerServerRequest(method: string, params: unknown, decision: Decision): ServerRequestAnswer {
  const details = v.parse(Details, fieldsOf(params));
  const threadId = threadOf(details);
  if (decision === 'accept' && isAcceptable(method)) {
    const notice = [`Approved ${APPROVALS[method]}`, ...subjectOf(details)].join(': ');
    return { kind: 'reply', result: ACCEPTANCES[method], threadId, notice };
  }
  if (!isRefusable(method)) {
    const error = { code: METHOD_NOT_FOUND, message: `Cannot serve "${method}": this client does not support it` };
    return { kind: 'error', error, threadId, notice: `Refused the request "${oneLine(method, SUBJECT_CHARS)}"` };
  }
  const notice = [WORDS[method], ...subjectOf(details)].join(': ');
  return { kind: 'reply', result: REFUSALS[method], threadId, notice };
}

function isAcceptable(method: string): method is keyof typeof ACCEPTANCES {
  return Object.hasOwn(ACCEPTANCES, method);
}

function threadOf({ threadId, conversationId }: v.InferOutput<typeof Details>): string | null {
  return threadId ?? conversationId;
}

function isRefusable(method: string): method is keyof typeof REFUSALS {
  return Object.hasOwn(REFUSALS, method);
}

function subjectOf(details: v.InferOutput<typeof Details>): string[] {
  const command = Array.isArray(details.command) ? details.command.join(' ') : details.command;
  if (command !== null) return [commandText(command)];
  const subject = details.tool ?? details.message ?? details.serverName ?? details.reason;
  return subject === null ? [] : [oneLine(subject, SUBJECT_CHARS)];
}
