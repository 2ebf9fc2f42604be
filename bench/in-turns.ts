/**
 * So many samples of each, in turns and beginning with another one each round: what else the machine does falls on all alike.
 * The first round warms up and is not counted.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  samplers: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number[]>>;
export async function inTurns(
  rounds: number,
  samplers: Readonly<Record<string, () => Promise<number>>>,
): Promise<Record<string, number[]>> {
  const entries = Object.entries(samplers);
  const taken = Object.fromEntries(entries.map(([name]): [string, number[]] => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % entries.length;
    for (const [name, sample] of [...entries.slice(first), ...entries.slice(0, first)]) {
      const value = await sample();
      if (round > 0) taken[name]?.push(value);
    }
  }
  return taken;
}
