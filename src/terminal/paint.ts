import picocolors from 'picocolors';

type Tint = (text: string) => string;

/** The few ways in which a piece of text differs from the rest. */
export interface Paint {
  /** Where to look first. */
  readonly strong: Tint;
  /** What is there for whoever looks for it. */
  readonly quiet: Tint;
  readonly good: Tint;
  /** Wants attention, and nothing is lost yet. */
  readonly urgent: Tint;
  readonly bad: Tint;
}

export function paintWith(color: boolean): Paint {
  const { bold, dim, green, yellow, red } = picocolors.createColors(color);
  return { strong: bold, quiet: dim, good: green, urgent: yellow, bad: red };
}
