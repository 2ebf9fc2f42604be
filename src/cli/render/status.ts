import { markdownTable } from 'markdown-table';
import type { JobView } from '../../contract/job-view.ts';
import type { RateLimit } from '../../contract/rate-limit.ts';
import { counted } from '../../util/counted.ts';
import { formatMs } from '../../util/duration.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { SessionRuntime } from '../session-runtime.ts';
import type { UsageReport } from '../usage-report.ts';
import { cell } from './cell.ts';
import { gateLabel } from './gate.ts';
import { momentText } from './moment.ts';
import { rateLimitLines } from './rate-limits.ts';
import { usageText } from './usage.ts';

const SUMMARY_CHARS = 60;

export interface StatusReport {
  readonly workspaceRoot: string;
  readonly config: { readonly stopReviewGate: boolean | null };
  readonly sessionRuntime: SessionRuntime;
  readonly running: readonly JobView[];
  readonly latestFinished: JobView | null;
  readonly recent: readonly JobView[];
  readonly needsReview: boolean;
  readonly usage: UsageReport;
  /** As the broker of this environment's Codex knows them; empty without one. */
  readonly rateLimits: readonly RateLimit[];
}

/** The whole workspace, for people and for Claude: Markdown. */
export function renderStatus(report: StatusReport): string {
  const blocks = [
    [
      '# Codex Status',
      '',
      `Session runtime: ${report.sessionRuntime.label}`,
      `Review gate: ${gateLabel(report.config.stopReviewGate)}`,
      ...totalLines(report.usage),
      ...rateLimitLines(report.rateLimits, Date.now()),
    ],
  ];
  const { running, latestFinished, recent } = report;
  if (running.length > 0)
    blocks.push(['Active jobs:', activeTable(running)], ['Live details:', ...running.flatMap(detailLines)]);
  if (latestFinished !== null) blocks.push(['Latest finished:', ...detailLines(latestFinished)]);
  if (recent.length > 0) blocks.push(['Recent jobs:', ...recent.flatMap(detailLines)]);
  if (running.length === 0 && latestFinished === null) blocks.push(['No jobs recorded yet.']);
  if (report.needsReview) blocks.push(GATE_NOTICE);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function totalLines({ jobs, sessionId, ...usage }: UsageReport): string[] {
  if (jobs === 0) return [];
  const whose = `${counted(jobs, 'job')}${sessionId === null ? '' : ' of this session'}`;
  return [`Tokens: ${usageText(usage)}, in ${whose}`];
}

const GATE_NOTICE = [
  'The stop-time review gate is enabled.',
  'Ending the session will have Codex review its last turn, and holds it back when there is something to mend.',
];

/** One job, with everything that is known of it, and what can be done with it. */
export function renderJob(job: JobView): string {
  const lines = ['# Codex Job Status', '', ...factLines(job, true), ...actionLines(job), ...progressLines(job)];
  return `${lines.join('\n')}\n`;
}

function activeTable(jobs: readonly JobView[]): string {
  const head = ['Job', 'Kind', 'Status', 'Phase', 'Elapsed', 'Codex Session ID', 'Summary', 'Actions'];
  const rows = jobs.map((job) => [
    job.id,
    job.kindLabel,
    job.status,
    job.phase,
    job.elapsed,
    job.threadId ?? '',
    cell(job.summary, SUMMARY_CHARS),
    `\`/codex:status ${job.id}\`<br>\`/codex:cancel ${job.id}\``,
  ]);
  // Three dashes: some readers of Markdown take one for a list.
  return markdownTable([head, ...rows], { alignDelimiters: false }).replaceAll(/\| -(?= \|)/gu, '| ---');
}

/** A job in an overview. */
export function detailLines(job: JobView): string[] {
  return [...factLines(job, job.status !== 'completed'), ...progressLines(job)];
}

function factLines(job: JobView, withLog: boolean): string[] {
  return [
    `- ${job.id} | ${job.status} | ${job.kindLabel} | ${job.title}`,
    // Equal answers are told apart by what was asked.
    ...optional('Request', job.status === 'completed' ? oneLine(job.requestSummary, 2 * SUMMARY_CHARS) : null),
    ...optional('Summary', oneLine(job.summary, 2 * SUMMARY_CHARS)),
    ...optional('Key', job.key),
    ...optional('Retry of', job.retryOf),
    ...optional('Phase', job.phase),
    ...optional('Attempt', job.retries === 0 ? null : `${job.attempt} of ${job.retries + 1}`),
    ...optional('Tries again at', job.retryAt),
    ...optional('Position in queue', job.position === null ? null : String(job.position)),
    ...optional(
      'Waits for job',
      job.waitingForJob === null ? null : `${job.waitingForJob.id} (${job.waitingForJob.why})`,
    ),
    ...optional(job.duration === null ? 'Elapsed' : 'Duration', job.duration ?? job.elapsed),
    ...optional('Waiting for', job.waitingFor === null ? null : `${job.waitingFor.label} (${job.waitingFor.for})`),
    ...job.questions.map(({ what, subject }) => `  Asks to be allowed ${what}: ${oneLine(subject, 2 * SUMMARY_CHARS)}`),
    ...optional('Ends by', job.clock === null ? null : `${job.clock.name} clock in ${formatMs(job.clock.inMs)}`),
    ...witnessLines(job),
    ...optional('Reason', job.reason),
    ...optional('Error', job.status === 'failed' ? job.errorMessage : null),
    ...optional('Come back', job.comeBackAt === null ? null : momentText(job.comeBackAt, Date.now())),
    ...optional('Tokens', job.usage === null ? null : usageText(job.usage)),
    ...optional('Codex session ID', job.threadId),
    ...optional('Resume in Codex', job.threadId === null ? null : `codex resume ${job.threadId}`),
    ...optional('Log', withLog ? job.logFile : null),
  ];
}

/** Who says that the job runs, and when it was last heard of. */
function witnessLines({ witnesses, idleSince }: JobView): string[] {
  if (witnesses === null) return [];
  const { broker, appServer, worker, why } = witnesses;
  return [
    ...optional('Unresponsive', why),
    `  Broker: pid ${broker.pid} (start time ${broker.startTime}), ${answered(broker.lastAnswerAt)}`,
    `  App-server: pid ${appServer.pid} (start time ${appServer.startTime}), ${appServer.state ?? 'state unknown'}, ${answered(appServer.lastAnswerAt)}`,
    ...optional(
      'Worker',
      worker === null ? null : `thread ${worker.threadNumber ?? '?'}, last report ${ago(worker.lastReportAt)}`,
    ),
    ...optional('Last progress', idleSince === null ? null : ago(idleSince)),
  ];
}

function answered(at: string | null): string {
  return at === null ? 'no answer' : `answered ${ago(at)}`;
}

function ago(at: string | null): string {
  return at === null ? 'never' : `${formatMs(Math.max(0, Date.now() - Date.parse(at)))} ago`;
}

function progressLines({ progressPreview }: JobView): string[] {
  return progressPreview.length === 0 ? [] : ['  Progress:', ...progressPreview.map((line) => `    ${line}`)];
}

function actionLines({ id, status, jobClass, write }: JobView): string[] {
  if (status === 'queued' || status === 'running') return [`  Cancel: /codex:cancel ${id}`];
  const changed = jobClass === 'task' && write;
  return [
    `  Result: /codex:result ${id}`,
    ...(changed
      ? ['  Review changes: /codex:review --wait', '  Stricter review: /codex:adversarial-review --wait']
      : []),
  ];
}

/** Lines of somebody else's stay below what they belong to: they could look like another job. */
function optional(label: string, value: string | null): string[] {
  return value === null || value === '' ? [] : [`  ${label}: ${value.replaceAll('\n', '\n    ')}`];
}
