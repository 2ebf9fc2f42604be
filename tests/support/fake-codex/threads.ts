import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { Thread, ThreadFileSchema } from './thread.ts';

/** The loaded threads. Persistent ones are also known to the next process of the same CODEX_HOME. */
export class Threads {
  readonly #directory: string | undefined;
  readonly #loaded = new Map<string, Thread>();

  constructor(codexHome: string | undefined) {
    this.#directory = codexHome === undefined ? undefined : path.join(codexHome, 'fake-threads');
  }

  open(options: { cwd: string; model: string; ephemeral: boolean }): Thread {
    const thread = new Thread(options);
    this.#loaded.set(thread.id, thread);
    this.save(thread);
    return thread;
  }

  get(id: string): Thread | undefined {
    return this.#loaded.get(id);
  }

  /** The loaded thread, else the stored one, which is then loaded. */
  resume(id: string): Thread | undefined {
    const known = this.#loaded.get(id) ?? this.#stored(id);
    if (known !== undefined) this.#loaded.set(id, known);
    return known;
  }

  /** Whether it was loaded. A thread whose turn runs stays. */
  unload(id: string): boolean {
    const thread = this.#loaded.get(id);
    if (thread?.turn === undefined) this.#loaded.delete(id);
    return thread !== undefined;
  }

  ids(): string[] {
    return [...this.#loaded.keys()];
  }

  save(thread: Thread): void {
    if (this.#directory === undefined || thread.ephemeral) return;
    mkdirSync(this.#directory, { recursive: true });
    writeFileSync(path.join(this.#directory, `${thread.id}.json`), JSON.stringify(thread.file()));
  }

  /** Every thread that has had a turn, of earlier processes too; the one that was used last comes first. */
  listed(): Thread[] {
    const stored = this.#storedIds().flatMap((id) => this.#loaded.get(id) ?? this.#stored(id) ?? []);
    const last = (thread: Thread) => thread.updatedAt ?? 0;
    return stored.filter((thread) => thread.updatedAt !== null).sort((a, b) => last(b) - last(a));
  }

  #storedIds(): string[] {
    if (this.#directory === undefined) return [];
    try {
      return readdirSync(this.#directory).map((file) => path.basename(file, '.json'));
    } catch {
      return [];
    }
  }

  #stored(id: string): Thread | undefined {
    if (this.#directory === undefined) return undefined;
    try {
      const text = readFileSync(path.join(this.#directory, `${path.basename(id)}.json`), 'utf8');
      const file = v.parse(ThreadFileSchema, JSON.parse(text));
      const thread = new Thread({ ...file, ephemeral: false });
      thread.name = file.name;
      thread.updatedAt = file.updatedAt;
      return thread;
    } catch {
      return undefined;
    }
  }
}
