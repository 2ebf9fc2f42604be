import { endpointOf } from '../bus/endpoint.ts';
import type { BrokerPlace, Config } from '../config/config.ts';
import { newBrokerId, newRunTag } from '../contract/ids.ts';
import type { Owner } from '../contract/job.ts';
import { VERSION } from '../contract/version.ts';
import { type BrokerLabel, RUN_TAG_VARIABLE } from '../status/broker-label.ts';
import { self } from '../status/liveness.ts';
import { isPipe, listenAddress } from '../util/local-endpoint.ts';
import { newSecret } from '../util/secret.ts';

/** Who this broker is: known before anything is opened. */
export interface BrokerIdentity {
  readonly brokerId: string;
  readonly version: string;
  readonly workspaceRoot: string;
  readonly owner: Owner;
  readonly endpoint: string;
  readonly events: string;
  /** What it says in its hello to be known by; only where others could take its address. */
  readonly proof?: string;
}

/** One start of a broker: who it is, since when, and the mark of everything that it starts. */
export interface Start {
  readonly identity: BrokerIdentity;
  readonly startedAt: Date;
  readonly tag: { readonly variable: string; readonly value: string };
}

export function newStart(
  config: Pick<Config, 'codexHome'>,
  place: Pick<BrokerPlace, 'key' | 'codex' | 'sockets'>,
  workspaceRoot: string,
): Start {
  const brokerId = newBrokerId();
  return {
    identity: {
      brokerId,
      version: VERSION,
      workspaceRoot,
      owner: { brokerKey: place.key, brokerId, codexHome: config.codexHome, codexPath: place.codex.path },
      endpoint: listenAddress(place.sockets.control, newSecret),
      events: endpointOf(place.sockets.events),
      ...(isPipe(place.sockets.control) ? { proof: newSecret() } : {}),
    },
    startedAt: new Date(),
    tag: { variable: RUN_TAG_VARIABLE, value: newRunTag() },
  };
}

export function labelOf({ identity, startedAt, tag }: Start): BrokerLabel {
  return {
    process: self(),
    brokerId: identity.brokerId,
    version: identity.version,
    startedAt: startedAt.toISOString(),
    endpoint: identity.endpoint,
    events: identity.events,
    ...(identity.proof === undefined ? {} : { proof: identity.proof }),
    runTag: tag.value,
    codexPath: identity.owner.codexPath,
    codexHome: identity.owner.codexHome,
  };
}
