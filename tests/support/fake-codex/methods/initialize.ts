import * as v from 'valibot';
import type { App } from '../app.ts';
import { type Call, Refusal } from '../call.ts';
import { VERSION } from '../version.ts';
import { delay } from './behave.ts';

const InitializeSchema = v.looseObject({
  clientInfo: v.looseObject({ name: v.string(), version: v.string() }),
  capabilities: v.nullish(
    v.looseObject({
      experimentalApi: v.optional(v.boolean(), false),
      optOutNotificationMethods: v.nullish(v.array(v.string())),
    }),
  ),
});

export async function initialize(app: App, call: Call): Promise<void> {
  if (app.initialized) throw new Refusal('Already initialized');
  const { clientInfo, capabilities } = call.params(InitializeSchema);
  const start = app.settings.start();
  if (start.kind === 'never') return;
  if (start.kind === 'error') throw new Refusal('fake: told not to initialize', start.code);
  await delay(start);
  app.initialized = true;
  app.experimental = capabilities?.experimentalApi ?? false;
  app.wire.optOut(capabilities?.optOutNotificationMethods ?? []);
  call.reply({
    userAgent: `${clientInfo.name}/${VERSION} (Fake 0; none) fake (${clientInfo.name}; ${clientInfo.version})`,
    codexHome: app.settings.codexHome ?? '/nowhere',
    platformFamily: 'unix',
    platformOs: process.platform,
  });
}
