import { JobMirror, type WatchedJob } from '../../client/job-mirror.ts';
import { RECENT_JOBS } from '../../client/jobs.ts';
import { WorkspaceFeed } from '../../client/workspace-feed.ts';
import { messageOf } from '../../contract/fault.ts';
import { isFinished } from '../../contract/job.ts';
import { FullScreen } from '../../terminal/full-screen.ts';
import { type Paint, paintWith } from '../../terminal/paint.ts';
import { Redraw } from '../../terminal/redraw.ts';
import { deferred } from '../../util/deferred.ts';
import { raise } from '../../util/own-signals.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { onEndSignal } from '../on-end-signal.ts';
import { cancelWatched } from './cancel-watched.ts';
import { logViewOf } from './log-pane.ts';
import { LogTail } from './log-tail.ts';
import type { LogText, Ui, WatchModel } from './model.ts';
import { type Effect, press } from './press.ts';
import { screen } from './screen.ts';
import type { ScreenOptions } from './screen-options.ts';

/** Events come in bursts, and nobody reads faster. */
const DRAW_EVERY_MS = 100;

/** The clocks go on while nothing happens. */
const TICK_MS = 1_000;

const NO_LOG: LogText = { first: 0, lines: [] };

export interface WatchOptions {
  /** Jobs of every session, where there is one. */
  readonly allSessions: boolean;
  readonly color: boolean;
}

/** The live table, until somebody leaves it. Returns the exit status; the jobs go on. */
export async function watchOnTerminal(context: Context, options: WatchOptions): Promise<ExitCode> {
  const watch = new TerminalWatch(context, options);
  const exitCode = await watch.run();
  for (const outcome of await Promise.all(watch.cancellations)) context.io.note(outcome);
  const { length: active } = watch.active();
  if (active > 0) context.io.note(`${active === 1 ? 'One job goes' : `${active} jobs go`} on (codex-companion watch)`);
  // Nobody is there any more: Node would abort on putting the mode of its terminal back.
  if (watch.hungUp) raise('SIGHUP');
  return exitCode;
}

class TerminalWatch {
  readonly #context: Context;
  readonly #paint: Paint;
  readonly #mirror: JobMirror;
  readonly #feed: WorkspaceFeed;
  readonly #fullScreen: FullScreen;
  readonly #redraw = new Redraw(() => this.#draw(), DRAW_EVERY_MS);
  readonly #left = deferred<ExitCode>();
  /** Under way, each with what comes of it. */
  readonly cancellations = new Set<Promise<string>>();
  #ui: Ui;
  #log: { readonly jobId: string; readonly tail: LogTail } | undefined;

  constructor(context: Context, { allSessions, color }: WatchOptions) {
    // What is said while the screen is ours is said on it.
    this.#context = { ...context, warn: (sentence) => this.#say(sentence) };
    this.#paint = paintWith(color);
    this.#ui = { selectedId: null, mode: { id: 'table' }, allSessions, notice: null };
    this.#mirror = new JobMirror({
      lookup: (jobId) => context.store.read(jobId),
      stuckMs: context.config.settings.stuckTimeoutMs,
    });
    this.#feed = new WorkspaceFeed(this.#context, this.#mirror, {
      onChange: () => this.#redraw.request(),
      onJob: (jobId) => this.#onJob(jobId),
    });
    this.#fullScreen = new FullScreen({
      output: process.stdout,
      input: process.stdin.isTTY ? process.stdin : null,
      onKey: (key) => this.#press(key),
      onStale: () => this.#redraw.now(),
      onGone: () => this.#left.resolve(EXIT.done),
    });
  }

  async run(): Promise<ExitCode> {
    const stop = new AbortController();
    const stopSignals = onEndSignal((exitCode) => this.#left.resolve(exitCode));
    const tick = setInterval(() => this.#redraw.request(), TICK_MS);
    this.#fullScreen.enter();
    const fed = this.#feed.run(stop.signal);
    try {
      // The feed ends only when it is told to, or with a defect.
      return await Promise.race([this.#left.promise, fed.then(() => this.#left.promise)]);
    } finally {
      clearInterval(tick);
      this.#redraw.stop();
      this.#fullScreen.leave();
      // From here on an interrupt ends the process at once.
      stopSignals();
      stop.abort();
      this.#log?.tail.close();
      await fed.catch(() => undefined);
    }
  }

  get hungUp(): boolean {
    return this.#fullScreen.gone;
  }

  /** The jobs that were on the screen and have not ended. */
  active(): readonly WatchedJob[] {
    return this.#jobs().filter(({ job }) => !isFinished(job));
  }

  #jobs(): WatchedJob[] {
    const { sessionId } = this.#context.config.settings;
    return this.#mirror.jobs({ sessionId: this.#ui.allSessions ? null : sessionId, ended: RECENT_JOBS });
  }

  #model(): WatchModel {
    return {
      workspace: this.#context.workspace.root,
      link: this.#feed.link,
      jobs: this.#jobs(),
      sessionId: this.#context.config.settings.sessionId,
      keys: process.stdin.isTTY,
      ui: this.#ui,
      log: this.#log?.tail.text ?? NO_LOG,
    };
  }

  get #options(): ScreenOptions {
    return { ...this.#fullScreen.size, nowMs: Date.now(), paint: this.#paint };
  }

  #draw(): void {
    this.#fullScreen.draw(screen(this.#model(), this.#options));
  }

  #press(key: string): void {
    const { ui, effect } = press(this.#model(), key, logViewOf(this.#options));
    this.#ui = ui;
    this.#openLog();
    if (effect !== undefined) this.#perform(effect);
    this.#redraw.now();
  }

  #perform(effect: Effect): void {
    switch (effect.id) {
      case 'quit':
        this.#left.resolve(effect.exitCode);
        break;
      case 'suspend':
        this.#fullScreen.suspend();
        break;
      case 'redraw':
        this.#fullScreen.refresh();
        break;
      case 'cancel':
        void this.#cancel(effect.jobId);
        break;
    }
  }

  async #cancel(jobId: string): Promise<void> {
    this.#say(`Cancelling ${jobId}`);
    const cancellation = cancelWatched(this.#context, jobId);
    this.cancellations.add(cancellation);
    this.#say(await cancellation);
    this.cancellations.delete(cancellation);
  }

  #say(notice: string): void {
    this.#ui = { ...this.#ui, notice };
    this.#redraw.request();
  }

  /** As the mode says: another log is opened, or none is any more. */
  #openLog(): void {
    const { mode } = this.#ui;
    const jobId = mode.id === 'log' ? mode.jobId : undefined;
    if (jobId === this.#log?.jobId) return;
    this.#log?.tail.close();
    this.#log = jobId === undefined ? undefined : { jobId, tail: new LogTail(this.#context.store.logFile(jobId)) };
    if (jobId !== undefined) this.#readLog();
  }

  #onJob(jobId: string): void {
    if (jobId === this.#log?.jobId) this.#readLog();
  }

  #readLog(): void {
    try {
      this.#log?.tail.read();
    } catch (error) {
      this.#say(messageOf(error));
    }
  }
}
