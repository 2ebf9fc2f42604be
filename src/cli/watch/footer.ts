import { shortId } from '../../contract/ids.ts';
import { clipped, widthOf } from '../../terminal/text.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { WatchModel } from './model.ts';
import { INDENT, type ScreenOptions } from './screen-options.ts';

const NOTICE_CHARS = 1_000;

type KeyHelp = readonly [key: string, what: string];

/** The last line: a question, what there is to say, or else the keys. */
export function footer(model: WatchModel, options: ScreenOptions): string {
  const { ui, jobs } = model;
  const { columns, paint } = options;
  const room = columns - INDENT.length;
  if (ui.mode.id === 'confirmCancel') {
    const { jobId } = ui.mode;
    const summary = jobs.find(({ job }) => job.id === jobId)?.job.summary ?? '';
    return `${INDENT}${paint.urgent(question(shortId(jobId), summary, room))}`;
  }
  if (ui.notice !== null) return `${INDENT}${clipped(oneLine(ui.notice, NOTICE_CHARS), room)}`;
  return `${INDENT}${keysIn(room, keysOf(model), options)}`;
}

/** However narrow it is, what to press stays. */
function question(id: string, summary: string, columns: number): string {
  const ask = '? [y/N]';
  const about = oneLine(summary, NOTICE_CHARS);
  const what = `Cancel ${id}${about === '' ? '' : `: ${about}`}`;
  return `${clipped(what, columns - ask.length)}${ask}`;
}

/** In the order in which they go when there is no room for all of them: the last ones stay. */
function keysOf({ ui, sessionId, jobs, keys }: WatchModel): readonly KeyHelp[] {
  if (!keys) return [['ctrl-c', 'quit']];
  switch (ui.mode.id) {
    case 'log':
      return [
        ['↑↓', 'scroll'],
        ['f', 'follow'],
        ['q', 'back'],
      ];
    case 'help':
      return [['any key', 'back']];
    default:
      return [
        ...(sessionId === null ? [] : [['a', ui.allSessions ? 'this session' : 'all sessions'] as const]),
        ...(jobs.length === 0
          ? []
          : ([
              ['↑↓', 'select'],
              ['enter', 'log'],
              ['c', 'cancel'],
            ] as const)),
        ['?', 'help'],
        ['q', 'quit'],
      ];
  }
}

function keysIn(columns: number, keys: readonly KeyHelp[], { paint }: ScreenOptions): string {
  const shown = [...keys];
  const width = () => widthOf(shown.map((pair) => pair.join(' ')).join('   '));
  while (shown.length > 1 && width() > columns) shown.shift();
  if (width() > columns) return '';
  return shown.map(([key, what]) => `${key} ${paint.quiet(what)}`).join('   ');
}
