import picocolors from 'picocolors';

/** Colours that are told apart on light and dark terminals; red is left for what is wrong. */
const COLORS = ['cyan', 'yellow', 'green', 'magenta', 'blue', 'cyanBright', 'yellowBright', 'greenBright'] as const;

/** Paints the n-th of several labels, from 0, in a colour of its own as far as there are colours; not at all without `color`. */
export function labelColors(color: boolean): (label: string, index: number) => string {
  const paints = picocolors.createColors(color);
  return (label, index) => paints[COLORS[index % COLORS.length] ?? 'reset'](label);
}
