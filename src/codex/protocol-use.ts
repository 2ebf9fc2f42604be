import type { HANDLERS } from './fold.ts';
import type { CodexMethod, CodexParams } from './requests.ts';

/** What a request is for here, in words for people, and what of it has to be there. */
export interface RequestUse<M extends CodexMethod> {
  readonly serves: string;
  /** Without it no job can run. */
  readonly essential: boolean;
  /** The name of its answer in the JSON schema that Codex makes of its protocol. */
  readonly answer: string;
  /** Every parameter that we send, and none besides. */
  readonly parameters: { readonly [K in keyof Required<CodexParams[M]>]: true };
}

const SETTINGS = { cwd: true, model: true, approvalPolicy: true, sandbox: true, config: true } as const;

/** The requests that we make, as far as an installed Codex can be compared with them at run time. */
export const REQUESTS_USED: { readonly [M in CodexMethod]: RequestUse<M> } = {
  initialize: {
    serves: 'every job',
    essential: true,
    answer: 'InitializeResponse',
    parameters: { clientInfo: true, capabilities: true },
  },
  'thread/start': {
    serves: 'every job',
    essential: true,
    answer: 'ThreadStartResponse',
    parameters: { ...SETTINGS, ephemeral: true },
  },
  'turn/start': {
    serves: 'every task',
    essential: true,
    answer: 'TurnStartResponse',
    parameters: { threadId: true, input: true, model: true, effort: true, outputSchema: true },
  },
  'turn/interrupt': {
    serves: 'cancel and the deadlines of a job',
    essential: true,
    answer: 'TurnInterruptResponse',
    parameters: { threadId: true, turnId: true },
  },
  'thread/resume': {
    serves: 'task --resume',
    essential: false,
    answer: 'ThreadResumeResponse',
    parameters: { ...SETTINGS, threadId: true, excludeTurns: true },
  },
  'review/start': {
    serves: 'review',
    essential: false,
    answer: 'ReviewStartResponse',
    parameters: { threadId: true, target: true },
  },
  'thread/list': {
    serves: 'task --resume-last',
    essential: false,
    answer: 'ThreadListResponse',
    parameters: { cwd: true, searchTerm: true, limit: true, sortKey: true },
  },
  'thread/name/set': {
    serves: 'the names of threads',
    essential: false,
    answer: 'ThreadSetNameResponse',
    parameters: { threadId: true, name: true },
  },
  'thread/unsubscribe': {
    serves: 'letting go of the thread of a job',
    essential: false,
    answer: 'ThreadUnsubscribeResponse',
    parameters: { threadId: true },
  },
  'thread/backgroundTerminals/clean': {
    serves: 'ending commands that outlive their turn',
    essential: false,
    answer: 'ThreadBackgroundTerminalsCleanResponse',
    parameters: { threadId: true },
  },
  'thread/loaded/list': {
    serves: 'the signs of life of the app-server',
    essential: false,
    answer: 'ThreadLoadedListResponse',
    parameters: { limit: true },
  },
  'account/read': {
    serves: 'setup',
    essential: false,
    answer: 'GetAccountResponse',
    parameters: { refreshToken: true },
  },
  'config/read': { serves: 'setup', essential: false, answer: 'ConfigReadResponse', parameters: { cwd: true } },
  'externalAgentConfig/import': {
    serves: 'transfer',
    essential: false,
    answer: 'ExternalAgentConfigImportResponse',
    parameters: { migrationItems: true },
  },
};

/** Without these nobody learns what a turn says, or that it has ended. */
export const ESSENTIAL_NOTIFICATIONS: ReadonlySet<string> = new Set<keyof typeof HANDLERS>([
  'turn/started',
  'turn/completed',
  'item/started',
  'item/completed',
]);
