import type { App } from '../app.ts';
import type { Call } from '../call.ts';
import { accountRead, configRead } from './account.ts';
import { externalAgentConfigImport } from './import.ts';
import { initialize } from './initialize.ts';
import { reviewStart } from './review.ts';
import {
  backgroundTerminalsClean,
  threadLoadedList,
  threadNameSet,
  threadResume,
  threadStart,
  threadUnsubscribe,
} from './thread.ts';
import { threadList } from './thread-list.ts';
import { turnInterrupt, turnStart } from './turn.ts';

export type Method = (app: App, call: Call) => void | Promise<void>;

const NEEDED: ReadonlyArray<readonly [string, Method]> = [
  ['initialize', initialize],
  ['thread/start', threadStart],
  ['thread/resume', threadResume],
  ['thread/name/set', threadNameSet],
  ['thread/unsubscribe', threadUnsubscribe],
  ['turn/start', turnStart],
  ['turn/interrupt', turnInterrupt],
];

const OPTIONAL: ReadonlyArray<readonly [string, Method]> = [
  ['thread/loaded/list', threadLoadedList],
  ['thread/backgroundTerminals/clean', backgroundTerminalsClean],
  ['thread/list', threadList],
  ['review/start', reviewStart],
  ['account/read', accountRead],
  ['config/read', configRead],
  ['externalAgentConfig/import', externalAgentConfigImport],
];

export function methodsOf(minimal: boolean): ReadonlyMap<string, Method> {
  return new Map(minimal ? NEEDED : [...NEEDED, ...OPTIONAL]);
}
