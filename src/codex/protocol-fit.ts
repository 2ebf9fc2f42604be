import { HANDLERS } from './fold.ts';
import { ITEM_SCHEMAS, PLAIN_ITEM_TYPES } from './items.ts';
import { SchemaDocument, type SchemaNode } from './json-schema.ts';
import { ESSENTIAL_NOTIFICATIONS, REQUESTS_USED } from './protocol-use.ts';
import { CODEX_RESULTS, type CodexMethod } from './requests.ts';
import { REFUSALS, UNSUPPORTED } from './server-requests.ts';
import { strayFields } from './stray-fields.ts';

/** Something of the protocol that we use and a Codex does not have, as a clause. */
export interface Misfit {
  readonly what: string;
  /** What does not work without it. */
  readonly serves: string;
  /** No job can run without it. */
  readonly grave: boolean;
}

/** How the protocol of a Codex fits what we use of it. */
export interface ProtocolFit {
  readonly misfits: readonly Misfit[];
  /** Requests of Codex that are refused, and items of a turn that are shown by their name: it knows them, we do not. */
  readonly unknownRequests: readonly string[];
  readonly unknownItems: readonly string[];
  readonly compared: { readonly requests: number; readonly answers: number; readonly notifications: number };
}

const EVERY_JOB = 'every job';

/** Compares with `codex app-server generate-json-schema`. Null when `schema` is not of the form that we know. */
export function protocolFit(schema: unknown): ProtocolFit | null {
  const document = new SchemaDocument(schema);
  const requests = document.messages('ClientRequest');
  const notifications = document.messages('ServerNotification');
  const asked = document.messages('ServerRequest');
  const items = document.variants('v2', 'ThreadItem');
  if ([requests, notifications, asked, items].some((found) => found.size === 0)) return null;
  const answered = new Set<string>([...Object.keys(REFUSALS), ...UNSUPPORTED]);
  const shown = new Set<string>([...Object.keys(ITEM_SCHEMAS), ...PLAIN_ITEM_TYPES]);
  return {
    misfits: [
      ...methods().flatMap((method) => requestMisfits(method, requests, document)),
      ...notificationMisfits(notifications, document),
      ...itemMisfits(items, document),
    ],
    unknownRequests: [...asked.keys()].filter((method) => !answered.has(method)),
    unknownItems: [...items.keys()].filter((type) => !shown.has(type)),
    compared: {
      requests: methods().length,
      answers: methods().filter((method) => answerOf(method, document) !== undefined).length,
      notifications: Object.keys(HANDLERS).length,
    },
  };
}

function methods(): CodexMethod[] {
  return Object.keys(REQUESTS_USED).filter(isMethod);
}

function isMethod(name: string): name is CodexMethod {
  return Object.hasOwn(REQUESTS_USED, name);
}

function requestMisfits(
  method: CodexMethod,
  requests: ReadonlyMap<string, SchemaNode>,
  document: SchemaDocument,
): Misfit[] {
  const { serves, essential: grave, parameters } = REQUESTS_USED[method];
  if (!requests.has(method)) return [{ what: `it has no request "${method}"`, serves, grave }];
  const unknown = Object.keys(parameters).filter((name) => document.field(requests.get(method), name) === null);
  const given = answerOf(method, document);
  // Of an answer by another name nothing can be said.
  const strays = given === undefined ? [] : strayFields(CODEX_RESULTS[method], given, document);
  return [
    ...unknown.map((name) => ({ what: `"${method}" has no parameter "${name}"`, serves, grave })),
    ...strays.map(({ path, needed }) => ({
      what: `its answer to "${method}" has no field "${path}"`,
      serves,
      grave: grave && needed,
    })),
  ];
}

function answerOf(method: CodexMethod, document: SchemaDocument): SchemaNode {
  const { answer } = REQUESTS_USED[method];
  return document.definition('v2', answer) ?? document.definition(answer);
}

function notificationMisfits(notifications: ReadonlyMap<string, SchemaNode>, document: SchemaDocument): Misfit[] {
  return Object.entries(HANDLERS).flatMap(([method, { reads }]) => {
    const essential = ESSENTIAL_NOTIFICATIONS.has(method);
    const serves = essential ? EVERY_JOB : 'what is shown of a job';
    if (!notifications.has(method)) return [{ what: `it does not notify of "${method}"`, serves, grave: essential }];
    return strayFields(reads, notifications.get(method), document).map(({ path, needed }) => ({
      what: `its notification "${method}" has no field "${path}"`,
      serves,
      grave: essential && needed,
    }));
  });
}

/** An item that cannot be read is shown by its name; only what a turn says has to be readable. */
function itemMisfits(items: ReadonlyMap<string, SchemaNode>, document: SchemaDocument): Misfit[] {
  return Object.entries(ITEM_SCHEMAS).flatMap(([type, reading]) => {
    const said = type === 'agentMessage';
    const serves = said ? EVERY_JOB : 'what is shown of a job';
    if (!items.has(type)) return [{ what: `it has no item "${type}"`, serves, grave: said }];
    return strayFields(reading, items.get(type), document).map(({ path }) => ({
      what: `its item "${type}" has no field "${path}"`,
      serves,
      grave: said && path === 'text',
    }));
  });
}
