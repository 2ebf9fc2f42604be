import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Turn } from './turn.ts';

export const ThreadFileSchema = v.object({
  id: v.string(),
  cwd: v.string(),
  name: v.nullable(v.string()),
  model: v.string(),
  /** Milliseconds; null before the first turn. */
  updatedAt: v.optional(v.nullable(v.number()), null),
});
export type ThreadFile = v.InferOutput<typeof ThreadFileSchema>;

/** A command item that is still open, and the real process behind it, if any. */
export interface OpenCommand {
  readonly end: () => void;
}

export class Thread {
  readonly id: string;
  readonly cwd: string;
  readonly model: string;
  readonly ephemeral: boolean;
  readonly openCommands = new Set<OpenCommand>();
  name: string | null = null;
  /** Milliseconds; null before the first turn: until then the thread is in no list. */
  updatedAt: number | null = null;
  /** The active turn. */
  turn: Turn | undefined;
  /** Of all of its turns in this process. */
  tokens = { totalTokens: 0, inputTokens: 0, outputTokens: 0 };

  constructor(options: { cwd: string; model: string; ephemeral: boolean; id?: string }) {
    this.id = options.id ?? randomUUID();
    this.cwd = options.cwd;
    this.model = options.model;
    this.ephemeral = options.ephemeral;
  }

  file(): ThreadFile {
    return { id: this.id, cwd: this.cwd, name: this.name, model: this.model, updatedAt: this.updatedAt };
  }

  /** As the protocol shows it. */
  describe(): object {
    return {
      id: this.id,
      sessionId: this.id,
      ephemeral: this.ephemeral,
      historyMode: 'paginated',
      modelProvider: 'fake',
      model: this.model,
      status: this.turn === undefined ? { type: 'idle' } : { type: 'active', activeFlags: [] },
      path: this.ephemeral ? null : `/nowhere/rollout-${this.id}.jsonl`,
      cwd: this.cwd,
      source: 'vscode',
      name: this.name,
      updatedAt: Math.floor((this.updatedAt ?? 0) / 1000),
      turns: [],
    };
  }
}
