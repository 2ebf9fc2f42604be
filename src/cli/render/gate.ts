/** The stop-time review gate in a word; null is a choice that cannot be read. */
export function gateLabel(gate: boolean | null): string {
  if (gate === null) return 'unknown';
  return gate ? 'enabled' : 'disabled';
}
