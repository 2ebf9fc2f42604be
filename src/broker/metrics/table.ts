import { CODEX_RESULTS } from '../../codex/requests.ts';
import { CONTROL_METHODS } from '../../contract/control.ts';
import { BusEventSchema } from '../../contract/event.ts';
import { REASONS } from '../../contract/fault.ts';
import { JOB_KINDS } from '../../contract/ids.ts';
import type {
  CounterDefinition,
  Definition,
  GaugeDefinition,
  HistogramDefinition,
  Table,
} from '../../metrics/definition.ts';
import { PASSING } from '../../status/retry.ts';

/** Of what should take no time that a person notices. */
const QUICK = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Of waiting, which may be nothing and may be an hour. */
const WAITING = [0.005, 0.025, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600, 1_800, 3_600];

/** Of work. */
const WORKING = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200];

const kind = JOB_KINDS;
const codexMethod = Object.keys(CODEX_RESULTS);
const controlMethod = Object.keys(CONTROL_METHODS);
const eventType = BusEventSchema.options.map(({ entries }) => entries.type.literal);

type Labels = Definition['labels'];
type Rest<D extends Definition, L extends Labels> = Omit<D, 'type' | 'name' | 'labels'> & { readonly labels: L };

function counter<L extends Labels>(name: string, rest: Rest<CounterDefinition, L>) {
  return { type: 'counter', name: `codex_companion_${name}`, ...rest } as const;
}

function gauge<L extends Labels>(name: string, rest: Rest<GaugeDefinition, L>) {
  return { type: 'gauge', name: `codex_companion_${name}`, ...rest } as const;
}

function histogram<L extends Labels>(name: string, rest: Rest<HistogramDefinition, L>) {
  return { type: 'histogram', name: `codex_companion_${name}`, ...rest } as const;
}

/** Everything that a broker counts and measures. A further metric is a further row; docs/metrics.md is made of it. */
export const METRICS = {
  brokerInfo: gauge('broker_info', {
    unit: null,
    labels: { version: 'open', codex_version: 'open' },
    meaning: 'Always 1; its labels say which versions run.',
  }),
  brokerStartTime: gauge('broker_start_time_seconds', {
    unit: 'seconds',
    labels: {},
    meaning: 'When this broker started, since 1970. Every counter began at 0 then.',
  }),

  jobsAccepted: counter('jobs_accepted_total', {
    unit: null,
    labels: { kind },
    meaning: 'Jobs that this broker has taken on.',
  }),
  jobsAdopted: counter('jobs_adopted_total', {
    unit: null,
    labels: { kind },
    meaning: 'Jobs that another broker had taken on and this one took over, in the queue.',
  }),
  jobsFinished: counter('jobs_finished_total', {
    unit: null,
    labels: { kind, outcome: ['completed', 'cancelled', ...REASONS] },
    meaning: 'Jobs whose end this broker has recorded; the outcome of one that failed is its reason.',
  }),
  attemptsLost: counter('job_attempts_lost_total', {
    unit: null,
    labels: { reason: [...PASSING] },
    meaning: 'Attempts after which a job went back to the queue.',
  }),
  jobsRunning: gauge('jobs_running', { unit: null, labels: {}, meaning: 'Jobs that run.' }),
  jobsQueued: gauge('jobs_queued', { unit: null, labels: {}, meaning: 'Jobs that wait for their turn.' }),
  queueSeconds: histogram('job_queue_seconds', {
    unit: 'seconds',
    labels: { kind },
    buckets: WAITING,
    meaning:
      'How long an attempt waited for its turn: from when it was accepted, taken over, or due again, until it started.',
  }),
  turnStartSeconds: histogram('job_turn_start_seconds', {
    unit: 'seconds',
    labels: { kind },
    buckets: QUICK,
    meaning: 'How long an attempt took from its start until Codex had begun the turn.',
  }),
  runSeconds: histogram('job_run_seconds', {
    unit: 'seconds',
    labels: { kind, status: ['completed', 'failed', 'cancelled', 'retried'] },
    buckets: WORKING,
    meaning: 'How long an attempt ran, from its start to its end.',
  }),
  turnEndDetection: histogram('turn_end_detection_seconds', {
    unit: 'seconds',
    labels: {},
    buckets: QUICK,
    meaning:
      'From the read of the bytes with which Codex says that a turn has ended until the end of the job was on disk and published.',
  }),
  tokens: counter('tokens_total', {
    unit: null,
    labels: { type: ['input', 'cached_input', 'cache_write_input', 'output', 'reasoning_output'] },
    meaning:
      'Tokens that jobs have used, as Codex has told. Cached ones are among those of the input, reasoning among those of the output.',
  }),
  rateLimitUsed: gauge('rate_limit_used_ratio', {
    unit: 'ratio',
    labels: { limit: 'open', window: ['primary', 'secondary'] },
    meaning:
      'How much of a usage limit of the account is used, 1 for all of it. Of a window that has begun anew since, there is no series.',
  }),

  appServerUp: gauge('app_server_up', {
    unit: null,
    labels: {},
    meaning: '1 while the app-server is ready and answers, else 0.',
  }),
  appServerStartSeconds: gauge('app_server_start_seconds', {
    unit: 'seconds',
    labels: {},
    meaning: 'How long the app-server took to answer for the first time.',
  }),
  appServerRestarts: counter('app_server_restarts_total', {
    unit: null,
    labels: {},
    meaning:
      'How often an app-server was lost and the next broker went on with the jobs that were queued: in the unbroken line of brokers that ends with this one.',
  }),
  appServerLossDetection: gauge('app_server_loss_detection_seconds', {
    unit: 'seconds',
    labels: { reason: ['app_server_exited', 'app_server_unresponsive'] },
    meaning:
      'Of the last of these losses: from the notice of its exit (or from its last byte, of one that had fallen silent) until the end of the last job that it took along was recorded.',
  }),
  appServerGarbledLines: counter('app_server_garbled_lines_total', {
    unit: null,
    labels: {},
    meaning: 'Lines of the app-server that were no messages, and were skipped.',
  }),
  appServerLateReplies: counter('app_server_late_replies_total', {
    unit: null,
    labels: {},
    meaning: 'Answers of the app-server that came when nobody waited for them any more.',
  }),
  appServerRpcSeconds: histogram('app_server_rpc_seconds', {
    unit: 'seconds',
    labels: { method: codexMethod },
    buckets: QUICK,
    meaning:
      'How long a request to the app-server took until it was answered, with a result or an error; the time for which it was held back is part of it. The probe is thread/loaded/list.',
  }),
  appServerRpcFailures: counter('app_server_rpc_failures_total', {
    unit: null,
    labels: { outcome: ['error', 'timeout', 'closed'] },
    meaning:
      'Requests to the app-server that had no result: it answered with an error, or not in time, or its connection ended first.',
  }),

  controlSeconds: histogram('control_request_seconds', {
    unit: 'seconds',
    labels: { method: controlMethod },
    buckets: QUICK,
    meaning:
      'How long a request of a client took until it was answered. Of job/cancel the end of the turn is part of it.',
  }),
  controlClients: gauge('control_clients', {
    unit: null,
    labels: {},
    meaning: 'Clients that are connected to the control socket.',
  }),

  eventsPublished: counter('bus_events_published_total', {
    unit: null,
    labels: { type: eventType },
    meaning: 'Events that were published on the bus.',
  }),
  eventsUnsent: counter('bus_events_unsent_total', {
    unit: null,
    labels: {},
    meaning: 'Events that could not be encoded or handed to the socket. Every reader sees each as a gap.',
  }),
  busSubscribers: gauge('bus_subscribers', {
    unit: null,
    labels: {},
    meaning: 'Readers of the bus that have made the handshake.',
  }),
  busGaps: counter('bus_gaps_reported_total', {
    unit: null,
    labels: {},
    meaning:
      'Gaps that readers have noticed and told of. ZeroMQ drops what a slow reader does not take without a word: only the reader knows.',
  }),
  busEventsMissed: counter('bus_events_missed_total', {
    unit: null,
    labels: {},
    meaning: 'Events that were missing in those gaps.',
  }),

  memory: gauge('broker_memory_bytes', {
    unit: 'bytes',
    labels: { kind: ['resident', 'heap_total', 'heap_used', 'external'] },
    meaning: 'Memory of the broker’s process, with its threads.',
  }),
  appServerMemory: gauge('app_server_resident_memory_bytes', {
    unit: 'bytes',
    labels: {},
    meaning: 'Resident memory of the app-server’s process. Linux only.',
  }),
  cpuSeconds: counter('broker_cpu_seconds_total', {
    unit: 'seconds',
    labels: { mode: ['user', 'system'] },
    meaning: 'Processor time of the broker’s process, with its threads.',
  }),
  eventLoopDelay: histogram('broker_event_loop_delay_seconds', {
    unit: 'seconds',
    labels: {},
    buckets: QUICK,
    meaning: 'How late a timer of the broker’s main thread was, looked at 20 times a second while jobs run.',
  }),
  threads: gauge('broker_worker_threads', {
    unit: null,
    labels: {},
    meaning: 'Threads of the pool, of which each runs a job or is kept for the next.',
  }),
} as const satisfies Table;
