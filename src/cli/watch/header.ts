import type { Link } from '../../client/workspace-feed.ts';
import { clipped, widthOf } from '../../terminal/text.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { WatchModel } from './model.ts';
import { INDENT, type ScreenOptions } from './screen-options.ts';

const PATH_CHARS = 1_000;

/** So much of the workspace's path is always there. */
const LEAST_PATH = 5;

/** Nothing is heard of a broker that is there. */
const URGENT: ReadonlySet<Link['id']> = new Set(['silent', 'incompatible']);

/** Where, and how much is going on; `shown` says which of the jobs are on the screen, when not all are. */
export function header(model: WatchModel, shown: string, { columns, paint }: ScreenOptions): string {
  const room = columns - INDENT.length;
  const facts = factsIn(room - LEAST_PATH - INDENT.length, [
    shown,
    scopeOf(model),
    linkOf(model.link),
    countsOf(model),
  ]);
  const place = clipped(oneLine(model.workspace, PATH_CHARS), room - widthOf(facts) - INDENT.length, 'start');
  const space = ' '.repeat(Math.max(0, room - widthOf(place) - widthOf(facts)));
  const tint = URGENT.has(model.link.id) ? paint.urgent : paint.quiet;
  return `${INDENT}${paint.strong(place)}${space}${tint(facts)}`;
}

/** What matters most comes last, and stays longest when there is little room. */
function factsIn(columns: number, facts: readonly string[]): string {
  const present = facts.filter((fact) => fact !== '');
  for (let from = 0; from < present.length; from += 1) {
    const text = present.slice(from).join(' · ');
    if (widthOf(text) <= columns) return text;
  }
  return '';
}

function countsOf({ jobs }: WatchModel): string {
  const running = jobs.filter(({ job }) => job.status === 'running').length;
  const queued = jobs.filter(({ job }) => job.status === 'queued').length;
  const counts = [...(running > 0 ? [`${running} running`] : []), ...(queued > 0 ? [`${queued} queued`] : [])];
  return counts.length === 0 ? 'nothing runs' : counts.join(', ');
}

function scopeOf({ sessionId, ui }: WatchModel): string {
  if (sessionId === null) return '';
  return ui.allSessions ? 'all sessions' : 'this session';
}

function linkOf(link: Link): string {
  switch (link.id) {
    case 'live':
      return '';
    case 'connecting':
      return 'connecting';
    case 'none':
      return 'no broker';
    case 'silent':
      return 'broker does not respond';
    case 'incompatible':
      return 'broker of another version';
  }
}

/** The same in a sentence; '' when all is well. */
export function linkSentence({ link }: Pick<WatchModel, 'link'>): string {
  switch (link.id) {
    case 'live':
    case 'connecting':
      return '';
    case 'none':
      return link.why === null
        ? 'No broker runs; the next job starts one, and it is shown here.'
        : `The broker has ended (${link.why}). The next one is found by itself.`;
    case 'silent':
      return 'The broker does not respond; this is what it said last ("codex-companion broker restart --force" replaces it).';
    case 'incompatible':
      return 'The broker is of another version; this is what the records say ("codex-companion broker restart --force" replaces it, and ends its jobs).';
  }
}
