import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { protocolFit } from '../../src/codex/protocol-fit.ts';
import { codexPackage } from '../support/codex-package.ts';
import { makeTempDir } from '../support/temp.ts';

const schema = schemaOfInstalledCodex();

test('the installed Codex has everything that we use, and every answer was found by its name', () => {
  const fit = protocolFit(schema());

  expect(fit).toMatchObject({ misfits: [], unknownRequests: [], unknownItems: [] });
  expect(fit?.compared.answers).toBe(fit?.compared.requests);
});

test.each([
  ['ClientRequest', 'turn/start', true, 'it has no request "turn/start"', 'every task'],
  ['ClientRequest', 'externalAgentConfig/import', false, 'it has no request "externalAgentConfig/import"', 'transfer'],
  ['ServerNotification', 'turn/completed', true, 'it does not notify of "turn/completed"', 'every job'],
  ['ServerNotification', 'turn/diff/updated', false, /^it does not notify/u, 'what is shown of a job'],
])('a Codex without %s "%s" is told of, grave: %s', (kind, method, grave, what, serves) => {
  const without = schema();
  const messages = without.definitions[kind].oneOf;
  without.definitions[kind].oneOf = messages.filter((message: Json) => message.properties.method.enum[0] !== method);

  expect(protocolFit(without)?.misfits).toEqual([{ what: expect.stringMatching(what), serves, grave }]);
});

test.each([
  ['TurnStartParams', 'outputSchema', true, '"turn/start" has no parameter "outputSchema"'],
  ['ThreadListParams', 'searchTerm', false, '"thread/list" has no parameter "searchTerm"'],
  ['TurnStartResponse', 'turn', true, 'its answer to "turn/start" has no field "turn"'],
  ['GetAccountResponse', 'requiresOpenaiAuth', false, 'its answer to "account/read" has no field "requiresOpenaiAuth"'],
  ['TurnCompletedNotification', 'threadId', true, 'its notification "turn/completed" has no field "threadId"'],
])('a Codex whose %s has no "%s" is told of', (type, field, grave, what) => {
  const without = schema();
  delete without.definitions.v2[type].properties[field];

  expect(protocolFit(without)?.misfits).toEqual([{ what, serves: expect.any(String), grave }]);
});

test('a field deep in a message is found missing in all that carry it', () => {
  const without = schema();
  delete without.definitions.v2.Turn.properties.rootTurnId;

  const whats = protocolFit(without)?.misfits.map(({ what }) => what);

  expect(whats).toContain('its notification "turn/completed" has no field "turn.rootTurnId"');
  expect(whats).toContain('its answer to "turn/start" has no field "turn.rootTurnId"');
});

test('what a turn says has to be readable, other items need not be', () => {
  const without = schema();
  for (const item of without.definitions.v2.ThreadItem.oneOf) {
    if (item.properties.type.enum[0] === 'agentMessage') delete item.properties.text;
    if (item.properties.type.enum[0] === 'commandExecution') delete item.properties.exitCode;
  }

  expect(protocolFit(without)?.misfits).toEqual([
    { what: 'its item "agentMessage" has no field "text"', serves: 'every job', grave: true },
    { what: 'its item "commandExecution" has no field "exitCode"', serves: 'what is shown of a job', grave: false },
  ]);
});

test('what Codex has and we do not know is told, and is no misfit', () => {
  const more = schema();
  more.definitions.ServerRequest.oneOf.push({ properties: { method: { enum: ['item/dream/requestApproval'] } } });
  more.definitions.v2.ThreadItem.oneOf.push({ properties: { type: { const: 'dream' } } });

  expect(protocolFit(more)).toMatchObject({
    misfits: [],
    unknownRequests: ['item/dream/requestApproval'],
    unknownItems: ['dream'],
  });
});

test.each([undefined, null, 'text', {}, { definitions: { ClientRequest: { oneOf: 'x' } } }, { definitions: loop() }])(
  'what is no schema of a protocol is not compared: %j',
  (value) => {
    expect(protocolFit(value)).toBeNull();
  },
);

// biome-ignore lint/suspicious/noExplicitAny: the schema of somebody else, to be damaged here.
type Json = any;

/** A fresh copy each time. */
function schemaOfInstalledCodex(): () => Json {
  const directory = makeTempDir('/var/tmp');
  try {
    const args = ['app-server', 'generate-json-schema', '--experimental', '--out', directory.path];
    execFileSync(codexPackage().binary, args, { stdio: 'ignore', env: { CODEX_HOME: directory.path } });
    const text = readFileSync(path.join(directory.path, 'codex_app_server_protocol.schemas.json'), 'utf8');
    return () => JSON.parse(text);
  } finally {
    directory.remove();
  }
}

/** References that lead into each other. */
function loop() {
  return { ClientRequest: { $ref: '#/definitions/Other' }, Other: { $ref: '#/definitions/ClientRequest' } };
}
