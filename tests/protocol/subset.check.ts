// Compiled, never run: scripts/protocol-check.mjs generates the types of the installed Codex and then this
// file either compiles or says which part of our subset the installed protocol does not have.

import type { ApplyPatchApprovalResponse } from 'codex-protocol/ApplyPatchApprovalResponse.ts';
import type { ClientRequest } from 'codex-protocol/ClientRequest.ts';
import type { ExecCommandApprovalResponse } from 'codex-protocol/ExecCommandApprovalResponse.ts';
import type { InitializeParams } from 'codex-protocol/InitializeParams.ts';
import type { InitializeResponse } from 'codex-protocol/InitializeResponse.ts';
import type { ServerNotification } from 'codex-protocol/ServerNotification.ts';
import type { ServerRequest } from 'codex-protocol/ServerRequest.ts';
import type * as v2 from 'codex-protocol/v2/index.ts';
import type { InferInput } from 'valibot';
import type { HANDLERS, QUIET_METHODS } from '../../src/codex/fold.ts';
import type { ITEM_SCHEMAS, PLAIN_ITEM_TYPES } from '../../src/codex/items.ts';
import type * as n from '../../src/codex/notifications.ts';
import type { CODEX_RESULTS, CodexMethod, CodexParams } from '../../src/codex/requests.ts';
import type { ACCEPTANCES, REFUSALS, UNSUPPORTED } from '../../src/codex/server-requests.ts';

/** Holds when every value of `Given` is one of `Wanted`; else the error names the property that is not. */
type Fits<Given extends Wanted, Wanted> = [Given, Wanted];
type Keys<Given, Wanted> = { [K in Extract<keyof Given, keyof Wanted>]: Wanted[K] };
type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };

/** The paths of fields that we read and the protocol does not have. Ours are all optional, so `Fits` does not see them. */
type Stray<Read, Given> = Read extends readonly (infer ReadOne)[]
  ? Given extends readonly (infer GivenOne)[]
    ? Stray<ReadOne, GivenOne>
    : 'no list'
  : Read extends object
    ? { [K in keyof Read & string]: StrayAt<Read[K], Given, K> }[keyof Read & string]
    : never;
type StrayAt<Read, Given, K extends string> =
  K extends KeyOf<Given> ? Under<K, Stray<NonNullable<Read>, NonNullable<Get<Given, K>>>> : K;
type Under<K extends string, Path> = Path extends string ? `${K}.${Path}` : never;
type KeyOf<T> = T extends unknown ? keyof T : never;
type Get<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

type RequestParams = { [R in ClientRequest as R['method']]: R['params'] };
type NotificationParams = { [N in ServerNotification as N['method']]: N['params'] };

/** What we send is what it takes. */
export type RequestsAreKnown = Fits<CodexMethod, ClientRequest['method']>;
export type RequestsAreTaken = Fits<CodexParams, Keys<CodexParams, RequestParams>>;
type StrayParams<M extends CodexMethod> = Exclude<keyof CodexParams[M], keyof RequestParams[M]>;
export type RequestsHaveNoStrayFields = Fits<{ [M in CodexMethod]: StrayParams<M> }[CodexMethod], never>;
export type InitializeIsTaken = Fits<CodexParams['initialize'], InitializeParams>;

/** What it answers is what we read. */
interface Responses {
  initialize: InitializeResponse;
  'thread/start': v2.ThreadStartResponse;
  'thread/resume': v2.ThreadResumeResponse;
  'thread/name/set': v2.ThreadSetNameResponse;
  'thread/unsubscribe': v2.ThreadUnsubscribeResponse;
  'thread/loaded/list': v2.ThreadLoadedListResponse;
  'turn/start': v2.TurnStartResponse;
  'review/start': v2.ReviewStartResponse;
  'turn/interrupt': v2.TurnInterruptResponse;
  'thread/backgroundTerminals/clean': v2.ThreadBackgroundTerminalsCleanResponse;
  'account/read': v2.GetAccountResponse;
  'config/read': v2.ConfigReadResponse;
  'thread/list': v2.ThreadListResponse;
  'externalAgentConfig/import': v2.ExternalAgentConfigImportResponse;
}
type ReadResults = { [M in CodexMethod]: InferInput<(typeof CODEX_RESULTS)[M]> };
export type ResponsesAreRead = Fits<Responses, ReadResults>;
export type ResponsesHaveNoStrayFields = Fits<Stray<ReadResults, Responses>, never>;

/** What it tells is what we fold. */
export type FoldedAreKnown = Fits<keyof typeof HANDLERS, ServerNotification['method']>;
export type QuietAreKnown = Fits<(typeof QUIET_METHODS)[number], ServerNotification['method']>;

type ReadNotifications = { [M in keyof typeof HANDLERS]: InferInput<(typeof HANDLERS)[M]['reads']> };
export type NotificationsAreRead = Fits<Keys<ReadNotifications, NotificationParams>, ReadNotifications>;
export type NotificationsHaveNoStrayFields = Fits<Stray<ReadNotifications, NotificationParams>, never>;

/** What it tells of the account's use, which is no news of a turn. */
interface ReadUse {
  'thread/tokenUsage/updated': InferInput<typeof n.UsageNotification>;
  'account/rateLimits/updated': InferInput<typeof n.RateLimitsNotification>;
}
export type UseIsRead = Fits<Keys<ReadUse, NotificationParams>, ReadUse>;
export type UseHasNoStrayFields = Fits<Stray<ReadUse, NotificationParams>, never>;

type Items = { [T in v2.ThreadItem['type']]: Extract<v2.ThreadItem, { type: T }> };
type ReadItems = { [T in keyof typeof ITEM_SCHEMAS]: InferInput<(typeof ITEM_SCHEMAS)[T]> };
export type ItemsAreKnown = Fits<keyof ReadItems | (typeof PLAIN_ITEM_TYPES)[number], v2.ThreadItem['type']>;
export type ItemsAreComplete = Fits<v2.ThreadItem['type'], keyof ReadItems | (typeof PLAIN_ITEM_TYPES)[number]>;
export type ItemsAreRead = Fits<Keys<ReadItems, Items>, ReadItems>;
export type ItemsHaveNoStrayFields = Fits<Stray<ReadItems, Items>, never>;

/** What it asks is what we answer. */
interface Answers {
  'item/commandExecution/requestApproval': v2.CommandExecutionRequestApprovalResponse;
  'item/fileChange/requestApproval': v2.FileChangeRequestApprovalResponse;
  'item/permissions/requestApproval': v2.PermissionsRequestApprovalResponse;
  'item/tool/requestUserInput': v2.ToolRequestUserInputResponse;
  'mcpServer/elicitation/request': v2.McpServerElicitationRequestResponse;
  'item/tool/call': v2.DynamicToolCallResponse;
  execCommandApproval: ExecCommandApprovalResponse;
  applyPatchApproval: ApplyPatchApprovalResponse;
}
type Refusals = Mutable<typeof REFUSALS>;
export type AcceptancesAreTaken = Fits<Mutable<typeof ACCEPTANCES>, Keys<typeof ACCEPTANCES, Answers>>;
export type RefusalsAreTaken = Fits<Refusals, Answers>;
export type RefusalsAreKnown = Fits<keyof Refusals | (typeof UNSUPPORTED)[number], ServerRequest['method']>;
export type RefusalsAreComplete = Fits<ServerRequest['method'], keyof Refusals | (typeof UNSUPPORTED)[number]>;
