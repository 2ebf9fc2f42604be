import { shownEndpoint } from '../bus/endpoint.ts';
import type { BrokerStatus } from '../contract/control.ts';
import { self } from '../status/liveness.ts';
import type { BrokerParts } from './compose.ts';

interface Moment {
  readonly appServer: BrokerStatus['appServer'];
  readonly clients: number;
  readonly metricsEndpoint: BrokerStatus['metricsEndpoint'];
}

/** What `broker status` says: this moment's facts, in the contract's words. */
export function brokerStatus(parts: BrokerParts, { appServer, clients, metricsEndpoint }: Moment): BrokerStatus {
  const { identity, startedAt, dispatcher, publisher, account } = parts;
  return {
    running: true,
    pid: process.pid,
    identity: self(),
    brokerId: identity.brokerId,
    brokerKey: identity.owner.brokerKey,
    startedAt: startedAt.toISOString(),
    uptimeMs: Math.round(process.uptime() * 1000),
    version: identity.version,
    endpoint: identity.endpoint,
    events: shownEndpoint(identity.events),
    workspaceRoot: identity.workspaceRoot,
    codexHome: identity.owner.codexHome,
    codexPath: identity.owner.codexPath,
    appServer,
    jobs: { running: dispatcher.running, queued: dispatcher.queued },
    clients,
    subscribers: publisher.subscribers,
    rateLimits: [...account.rateLimits],
    metricsEndpoint,
  };
}
