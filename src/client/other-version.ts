import * as v from 'valibot';
import {
  CONTROL_ERRORS,
  CONTROL_METHODS,
  CONTROL_VERSION,
  type ControlMethod,
  type ControlResult,
} from '../contract/control.ts';
import { VERSION } from '../contract/version.ts';
import { RPC_ERRORS, RpcError } from '../rpc/message.ts';
import { oneLine } from '../util/plain-text.ts';
import { ClientError } from './client-error.ts';

const VERSION_CHARS = 40;

/** What every version says of itself: in its hello, or in what it refuses ours with. */
const SpokenSchema = v.object({
  protocolVersion: v.pipe(v.number(), v.integer()),
  brokerVersion: v.optional(v.string()),
});
type Spoken = v.InferOutput<typeof SpokenSchema>;

/** A broker is there, and it and this client do not understand each other. */
export class BrokerOfOtherVersion extends ClientError {
  override readonly name = 'BrokerOfOtherVersion';

  /** @param spoken null: it has said nothing that this version could read. */
  constructor(endpoint: string, spoken: Spoken | null, cause?: unknown) {
    const message = `The broker at "${endpoint}" ${differenceOf(spoken)} (${remedyFor(spoken)})`;
    super('broker_incompatible', message, { cause });
  }
}

/** The version is looked at before anything else: all the rest of another one may have another form. @throws BrokerOfOtherVersion */
export function helloOf(endpoint: string, answer: unknown): ControlResult<'hello'> {
  const spoken = spokenIn(answer);
  const hello = v.safeParse(CONTROL_METHODS.hello.result, answer);
  if (!hello.success || spoken?.protocolVersion !== CONTROL_VERSION) throw new BrokerOfOtherVersion(endpoint, spoken);
  return hello.output;
}

/** One that speaks our protocol, and answers otherwise all the same, is of another version, too. @throws BrokerOfOtherVersion */
export function answerOf<M extends ControlMethod>(endpoint: string, method: M, answer: unknown): ControlResult<M> {
  const schema: (typeof CONTROL_METHODS)[M]['result'] = CONTROL_METHODS[method].result;
  const read = v.safeParse(schema, answer);
  if (!read.success) throw new BrokerOfOtherVersion(endpoint, null);
  return read.output;
}

/** What an error in answer to our hello means: null when it is not about versions. */
export function refusedHello(endpoint: string, error: unknown): BrokerOfOtherVersion | null {
  return error instanceof RpcError && REFUSALS.has(error.code)
    ? new BrokerOfOtherVersion(endpoint, spokenIn(error.data), error)
    : null;
}

/** A broker of another version may know another hello, or none. */
const REFUSALS: ReadonlySet<number> = new Set([
  CONTROL_ERRORS.versionMismatch,
  CONTROL_ERRORS.helloRequired,
  RPC_ERRORS.invalidParams,
  RPC_ERRORS.invalidRequest,
  RPC_ERRORS.methodNotFound,
]);

function spokenIn(data: unknown): Spoken | null {
  const spoken = v.safeParse(SpokenSchema, data);
  return spoken.success ? spoken.output : null;
}

function differenceOf(spoken: Spoken | null): string {
  const ours = `this codex-companion ${VERSION}`;
  if (spoken === null || spoken.protocolVersion === CONTROL_VERSION)
    return `is of another version: what it answers is not the protocol ${CONTROL_VERSION} of ${ours}`;
  const theirs = spoken.brokerVersion === undefined ? '' : ` (${oneLine(spoken.brokerVersion, VERSION_CHARS)})`;
  return `is of another version${theirs}: it speaks protocol ${spoken.protocolVersion}, ${ours} speaks ${CONTROL_VERSION}`;
}

function remedyFor(spoken: Spoken | null): string {
  const replace = 'run "codex-companion broker restart --force" to replace it, which ends its jobs';
  return spoken !== null && spoken.protocolVersion > CONTROL_VERSION
    ? `update codex-companion, or ${replace}`
    : replace;
}
