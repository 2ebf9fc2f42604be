import { findBroker } from '../../../client/daemon.ts';
import { BrokerOfOtherVersion } from '../../../client/other-version.ts';
import type { BrokerStatus } from '../../../contract/control.ts';
import { messageOf } from '../../../contract/fault.ts';
import { VERSION } from '../../../contract/version.ts';
import { identify, isStopped } from '../../../status/liveness.ts';
import { formatMs } from '../../../util/duration.ts';
import { oneLine } from '../../../util/plain-text.ts';
import { brokersSeen, isLive, type LiveBroker } from '../brokers-seen.ts';
import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** A broker that has said hello answers within this time. */
const STATUS_MS = 2_000;

/** By less, two clocks that are read one after the other may differ. */
const CLOCK_JUMP_MS = 10_000;

const WHY_CHARS = 300;

/** The brokers that run, of every workspace: whether they answer, and their app-servers do. None is started. */
export async function checkBrokers(scene: Scene, signal: AbortSignal): Promise<Finding[]> {
  const live = brokersSeen(scene).filter(isLive);
  if (live.length === 0) return [about('broker.status', 'Broker').ok('none runs; the next job starts one')];
  return (await Promise.all(live.map((broker) => lookAt(broker, scene, signal)))).flat();
}

async function lookAt(broker: LiveBroker, scene: Scene, signal: AbortSignal): Promise<Finding[]> {
  const { holder, paths, label } = broker;
  const isOurs = scene.place?.paths.directory === paths.directory;
  const replace = isOurs
    ? 'run "codex-companion broker restart --force"'
    : `run "codex-companion broker restart --force" in its workspace, or "kill -KILL ${holder.pid}"`;
  if (isStopped(holder)) {
    const what = `the broker with pid ${holder.pid} is suspended and answers nothing`;
    return [about('broker.suspended', 'Broker').problem(what, `resume it ("kill -CONT ${holder.pid}"), or ${replace}`)];
  }
  const silent = about('broker.silent', 'Broker');
  if (label === null) return [silent.note(`the broker with pid ${holder.pid} is starting`, 'run doctor again')];
  try {
    const status = await statusOf(broker, signal);
    const place = { isOurs, inWorkspace: broker.workspace === scene.workspace.directory };
    if (status !== null) return statusFindings(status, { ...place, nowMs: Date.now() });
    return [
      silent.warning(`the broker with pid ${holder.pid} lives, and nobody listens at "${label.endpoint}"`, replace),
    ];
  } catch (error) {
    if (error instanceof BrokerOfOtherVersion)
      return [about('broker.version', 'Broker').problem(`pid ${holder.pid}: ${whyIn(error)}`, replace)];
    return [silent.problem(`the broker with pid ${holder.pid} lives and does not answer: ${whyIn(error)}`, replace)];
  }
}

/** Without the remedy: a finding has its own. */
function whyIn(error: unknown): string {
  return oneLine(messageOf(error).replace(/ \([^()]*\)$/u, ''), WHY_CHARS);
}

/** Null when nobody listens. */
async function statusOf({ paths }: LiveBroker, signal: AbortSignal): Promise<BrokerStatus | null> {
  const client = await findBroker(paths, { impatient: true, signal });
  if (client === null) return null;
  try {
    return await client.call('broker/status', {}, STATUS_MS);
  } finally {
    client.close();
  }
}

interface Where {
  /** It is the one that commands in this workspace, with this environment, use. */
  readonly isOurs: boolean;
  readonly inWorkspace: boolean;
  readonly nowMs: number;
}

export function statusFindings(status: BrokerStatus, { isOurs, inWorkspace, nowMs }: Where): Finding[] {
  const { pid, workspaceRoot, uptimeMs, version, jobs } = status;
  const busy = `${jobs.running} running, ${jobs.queued} queued`;
  const what = `pid ${pid} serves "${oneLine(workspaceRoot, WHY_CHARS)}" for ${formatMs(uptimeMs)}, ${busy}`;
  return [
    about('broker.status', 'Broker').ok(what),
    ...appServerFindings(status),
    ...(version === VERSION ? [] : [otherVersion(status)]),
    ...(inWorkspace && !isOurs && version === VERSION ? [otherCodex(status)] : []),
    ...metricsFindings(status),
    ...clockJump(status, nowMs),
  ];
}

function appServerFindings({ appServer, pid: brokerPid }: BrokerStatus): Finding[] {
  const { pid, state } = appServer;
  const server = about('broker.app-server', 'App-server');
  const identity = pid === null ? null : identify(pid);
  if (identity !== null && isStopped(identity)) {
    const what = `the app-server with pid ${pid} is suspended`;
    return [server.problem(what, `resume it ("kill -CONT ${pid}"); its broker (pid ${brokerPid}) ends it otherwise`)];
  }
  if (state === 'unresponsive') {
    const what = `the app-server with pid ${pid} does not answer`;
    return [server.problem(what, `wait a moment: its broker (pid ${brokerPid}) replaces it`)];
  }
  return [];
}

function otherVersion({ pid, version, jobs }: BrokerStatus): Finding {
  const what = `the broker with pid ${pid} is of version ${oneLine(version, 40)}, this is ${VERSION}`;
  const end = jobs.running + jobs.queued === 0 ? 'when it is idle' : 'when its jobs have ended';
  return about('broker.version', 'Broker').note(`${what}; it ends ${end}`);
}

function otherCodex({ pid, codexPath, codexHome }: BrokerStatus): Finding {
  const what = `the broker with pid ${pid} serves this workspace, too, with the Codex "${codexPath}" and the home "${codexHome}"`;
  return about('broker.codex', 'Broker').note(`${what}; it ends when it is idle`);
}

/** Nothing else of the broker is worse for it. */
function metricsFindings({ metricsEndpoint }: BrokerStatus): Finding[] {
  const problem = metricsEndpoint?.problem ?? null;
  return problem === null ? [] : [about('broker.metrics', 'Metrics').note(problem)];
}

/** Its start by the wall clock, and how long it has run by the other one, have to meet now. */
function clockJump({ pid, startedAt, uptimeMs }: BrokerStatus, nowMs: number): Finding[] {
  const byMs = nowMs - (Date.parse(startedAt) + uptimeMs);
  if (Number.isNaN(byMs) || Math.abs(byMs) < CLOCK_JUMP_MS) return [];
  const how = `${formatMs(Math.abs(byMs))} ${byMs > 0 ? 'forwards' : 'backwards'}`;
  const what = `the wall clock has jumped ${how} since the broker with pid ${pid} was started (it was set, or the machine slept)`;
  return [about('clock.jumped', 'Clock').note(what)];
}
