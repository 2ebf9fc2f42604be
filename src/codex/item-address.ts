/** Notifications that are read by nobody but the turn's own thread: what the items of a turn begin, say and come to. */
export const ITEM_METHODS = [
  'item/started',
  'item/completed',
  'item/agentMessage/delta',
  'item/commandExecution/outputDelta',
  'item/fileChange/outputDelta',
  'item/plan/delta',
  'item/reasoning/summaryPartAdded',
  'item/reasoning/summaryTextDelta',
  'item/reasoning/textDelta',
] as const;

// Codex's app-server writes what is about items in two forms. In the one the address stands in front of the other parameters,
const IN_FRONT = new RegExp(
  String.raw`^\{"method":"(?:${ITEM_METHODS.join('|')})","params":\{(?:"threadId":"([^"\\]+)",)?`,
  'u',
);

// in the other behind the item. Nothing follows it there that has a structure or an escape: it is the one of the parameters.
const BEHIND =
  /\},"threadId":"([^"\\]+)","turnId":"[^"\\]+"(?:,"\w+":(?:null|true|false|[\d.]+|"[^"\\]*"))*\}(?:,"emittedAtMs":\d+)?\}$/uy;

/**
 * The Codex thread that a line about an item belongs to, without parsing the line; null where that cannot be said, or
 * where it is another message.
 */
export function itemThreadOf(line: string): string | null {
  const about = IN_FRONT.exec(line);
  if (about === null) return null;
  if (about[1] !== undefined) return about[1];
  // Looked for from the end: in front of it is the item.
  BEHIND.lastIndex = Math.max(0, line.lastIndexOf('},"threadId":"'));
  return BEHIND.exec(line)?.[1] ?? null;
}
