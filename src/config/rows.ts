import type { Setting } from './setting.ts';
import { SETTINGS } from './settings-table.ts';

export type SettingName = keyof typeof SETTINGS;

/** The settings as the rest of the program has them: each with the type of its row. */
export type Settings = { readonly [N in SettingName]: ReturnType<(typeof SETTINGS)[N]['fallback']> };

/** A row of the table, whatever its type. */
export interface Row extends Setting<unknown> {
  /** What it is called in {@link Settings}. */
  readonly name: string;
}

export const ROWS: readonly Row[] = Object.entries(SETTINGS).map(([name, row]) => ({ name, ...row }));
