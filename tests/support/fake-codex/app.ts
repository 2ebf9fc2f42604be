import { ClientAsks } from './client-asks.ts';
import type { Journal } from './journal.ts';
import type { Settings } from './settings.ts';
import { Threads } from './threads.ts';
import type { Wire } from './wire.ts';

/** What all turns and methods of one process share. */
export class App {
  readonly settings: Settings;
  readonly wire: Wire;
  readonly journal: Journal;
  readonly threads: Threads;
  readonly asks: ClientAsks;
  /** Messages are read and journalled, nothing else. */
  silent = false;
  /** The end of stdin and SIGTERM are ignored too. */
  deaf = false;
  threadStartSilent = false;
  initialized = false;
  experimental = false;

  constructor(settings: Settings, wire: Wire, journal: Journal) {
    this.settings = settings;
    this.wire = wire;
    this.journal = journal;
    this.threads = new Threads(settings.codexHome);
    this.asks = new ClientAsks(wire);
  }
}
