import type { WatchedJob } from '../../client/job-mirror.ts';
import { isFinished } from '../../contract/job.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type LogView, placeIn, scrolled } from './log-scroll.ts';
import type { LogPlace, Mode, Ui, WatchModel } from './model.ts';

/** What a key asks for beyond another picture. */
export type Effect =
  | { readonly id: 'quit'; readonly exitCode: ExitCode }
  | { readonly id: 'suspend' }
  | { readonly id: 'redraw' }
  | { readonly id: 'cancel'; readonly jobId: string };

export interface Pressed {
  readonly ui: Ui;
  readonly effect?: Effect;
}

type Pressable = Pick<WatchModel, 'jobs' | 'sessionId' | 'ui' | 'log'>;

/** What a key does. */
export function press(model: Pressable, key: string, view: LogView): Pressed {
  const quiet = { ...model.ui, notice: null };
  switch (key) {
    case 'ctrl-c':
      return { ui: quiet, effect: { id: 'quit', exitCode: EXIT.interrupted } };
    case 'ctrl-z':
      return { ui: quiet, effect: { id: 'suspend' } };
    case 'ctrl-l':
      return { ui: quiet, effect: { id: 'redraw' } };
    default:
      return pressIn({ ...model, ui: quiet }, key, view);
  }
}

function pressIn(model: Pressable, key: string, view: LogView): Pressed {
  const { ui } = model;
  switch (ui.mode.id) {
    case 'table':
      return inTable(model, key);
    case 'help':
      return { ui: backToTable(ui) };
    case 'confirmCancel': {
      const { jobId } = ui.mode;
      const confirmed = key.toLowerCase() === 'y';
      return { ui: backToTable(ui), ...(confirmed ? { effect: { id: 'cancel', jobId } } : {}) };
    }
    case 'log':
      return inLog(model, ui.mode, key, view);
  }
}

function inTable(model: Pressable, key: string): Pressed {
  const { jobs, sessionId, ui } = model;
  const at = selectedIndex(jobs, ui.selectedId);
  const select = (index: number): Pressed => ({
    ui: { ...ui, selectedId: jobs[clamped(index, 0, jobs.length - 1)]?.job.id ?? null },
  });
  switch (key) {
    case 'q':
    case 'escape':
      return { ui, effect: { id: 'quit', exitCode: EXIT.done } };
    case 'up':
    case 'k':
      return select(at - 1);
    case 'down':
    case 'j':
      return select(at + 1);
    case 'home':
    case 'g':
      return select(0);
    case 'end':
    case 'G':
      return select(jobs.length - 1);
    case 'enter':
    case 'l':
      return openLog(ui, jobs[at]);
    case 'c':
      return askToCancel(ui, jobs[at]);
    case 'a':
      return sessionId === null ? { ui } : { ui: { ...ui, allSessions: !ui.allSessions } };
    case '?':
    case 'h':
      return { ui: { ...ui, mode: { id: 'help' } } };
    default:
      return { ui };
  }
}

function openLog(ui: Ui, selected: WatchedJob | undefined): Pressed {
  if (selected === undefined) return { ui };
  return { ui: { ...ui, mode: { id: 'log', jobId: selected.job.id, end: null } } };
}

function askToCancel(ui: Ui, selected: WatchedJob | undefined): Pressed {
  if (selected === undefined) return { ui };
  const { job } = selected;
  if (isFinished(job)) return { ui: { ...ui, notice: `Nothing to cancel: ${job.id} has ended` } };
  return { ui: { ...ui, mode: { id: 'confirmCancel', jobId: job.id } } };
}

type LogMode = Extract<Mode, { id: 'log' }>;

function inLog({ ui, log }: Pressable, mode: LogMode, key: string, view: LogView): Pressed {
  const show = (end: LogPlace | null): Pressed => ({ ui: { ...ui, mode: { ...mode, end } } });
  const scroll = (rows: number) => show(scrolled(log, mode.end, rows, view));
  switch (key) {
    case 'q':
    case 'escape':
    case 'left':
      return { ui: backToTable(ui) };
    case 'up':
    case 'k':
      return scroll(-1);
    case 'down':
    case 'j':
      return scroll(1);
    case 'pageup':
    case 'b':
      return scroll(-view.page);
    case 'pagedown':
    case 'space':
      return scroll(view.page);
    case 'home':
    case 'g':
      return show(placeIn(log, { line: log.first, rows: 0 }, view));
    case 'end':
    case 'G':
    case 'f':
      return show(null);
    default:
      return { ui };
  }
}

function backToTable(ui: Ui): Ui {
  return { ...ui, mode: { id: 'table' } };
}

/** The first one is selected until a key selects another, or when the selected one is not there any more. */
export function selectedIndex(jobs: readonly WatchedJob[], selectedId: string | null): number {
  return Math.max(
    0,
    jobs.findIndex(({ job }) => job.id === selectedId),
  );
}

function clamped(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
