import type { WatchedJob } from '../../client/job-mirror.ts';
import type { Link } from '../../client/workspace-feed.ts';

/** What the keys have changed. */
export interface Ui {
  readonly selectedId: string | null;
  readonly mode: Mode;
  /** Jobs of every session, and not only those of this one. */
  readonly allSessions: boolean;
  /** What was last said to whoever presses the keys. */
  readonly notice: string | null;
}

export type Mode =
  | { readonly id: 'table' }
  | { readonly id: 'help' }
  | { readonly id: 'confirmCancel'; readonly jobId: string }
  /** `end` is where the picture ends; null follows the log. */
  | { readonly id: 'log'; readonly jobId: string; readonly end: LogPlace | null };

/** Below the lines before number `line`, and so many rows of that one as it is folded on the screen. */
export interface LogPlace {
  readonly line: number;
  readonly rows: number;
}

/** Lines of a log from number `first` on; those before are not kept. */
export interface LogText {
  readonly first: number;
  readonly lines: readonly string[];
}

/** All that the screen shows. */
export interface WatchModel {
  readonly workspace: string;
  readonly link: Link;
  /** In the order of the screen: active ones, then ended ones. */
  readonly jobs: readonly WatchedJob[];
  /** Null where there are no sessions to tell apart. */
  readonly sessionId: string | null;
  /** Whether somebody can press keys: standard input may be something else. */
  readonly keys: boolean;
  readonly ui: Ui;
  readonly log: LogText;
}
