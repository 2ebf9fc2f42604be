type Environment = Readonly<Record<string, string | undefined>>;

/** What a stream can show besides one line after the other. */
export interface Ability {
  /** What was written can be drawn over: a terminal that obeys, and probably somebody who looks at it. */
  readonly redraw: boolean;
  readonly color: boolean;
  /** It has more than letters: not so the console of a machine without windows. */
  readonly glyphs: boolean;
}

/** Of a stream in this environment: `TERM`, `CI` and `NO_COLOR` are what people and machines say about their terminals. */
export function abilityOf(
  stream: { readonly isTTY?: boolean },
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): Ability {
  const redraw = stream.isTTY === true && obeys(environment['TERM'], platform) && !isSet(environment['CI']);
  return { redraw, color: redraw && !environment['NO_COLOR'], glyphs: redraw && environment['TERM'] !== 'linux' };
}

function obeys(terminal: string | undefined, platform: NodeJS.Platform): boolean {
  // Only Windows has terminals without a name.
  return terminal ? terminal !== 'dumb' : platform === 'win32';
}

function isSet(flag: string | undefined): boolean {
  return flag !== undefined && flag !== '' && flag !== 'false' && flag !== '0';
}
