import fc from 'fast-check';

// What JSON.stringify cannot say: these texts stand for it until the JSON is written.
const DEEP = '@deep@';
export const BEYOND = '@beyond@';

/** More levels than a recursive reader, writer or copier has stack for. */
const DEEP_JSON = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

/** A number that JSON.parse reads as Infinity. */
const BEYOND_JSON = '1e999';

const NASTY_TEXTS = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  '../../escaped',
  '/etc/passwd',
  'task-..',
  '\u0000',
  'a\nb\r\nc',
  '\u001b[2J\u001b]0;title\u0007',
  '\u009b31m',
  '\u202e',
  '\ud800',
  'NaN',
  '-1',
  '1e999',
] as const;

const NASTY_NUMBERS = [0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, Number.MIN_VALUE] as const;

/** Text that names, paths, terminals, numbers and objects trip over. */
export const hostileText = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 10 }).map((text) => `${text}|`.repeat(10_000)),
);

/** Anything that JSON can hold; see {@link jsonOf} for the two values that it cannot say otherwise. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], ...NASTY_NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom(DEEP, BEYOND) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: hostileText.map((key) => ({ [key]: key })) },
);

/** A value as JSON, with nests deeper and numbers larger than a JavaScript value could have said. */
export function jsonOf(value: unknown): string {
  return (JSON.stringify(value) ?? 'null').replaceAll(`"${DEEP}"`, DEEP_JSON).replaceAll(`"${BEYOND}"`, BEYOND_JSON);
}

/** Values with one to three places replaced, taken out or doubled. */
export function mutated(valid: fc.Arbitrary<unknown>, by: fc.Arbitrary<unknown> = hostileValue): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.array(editsWith(by), { minLength: 1, maxLength: 3 }))
    .map(([value, list]) => list.reduce((before, edit) => edited(before, edit), value));
}

/** Bytes with some of them changed, left out, or put in between. */
export function scribbled(valid: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> {
  const edit = fc.record({ at: fc.nat(), drop: fc.nat({ max: 20 }), put: fc.uint8Array({ maxLength: 20 }) });
  return fc
    .tuple(valid, fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([bytes, list]) => list.reduce((before, { at, drop, put }) => splice(before, at, drop, put), bytes));
}

/** Bytes of no meaning. */
export const randomBytes = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));

/** The same bytes in pieces: a cut at every place that `cuts` names. */
export function inPieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
}

interface Edit {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'double';
  readonly value: unknown;
}

function editsWith(value: fc.Arbitrary<unknown>): fc.Arbitrary<Edit> {
  const how = fc.constantFrom('replace', 'replace', 'remove', 'double');
  return fc.record({ at: fc.nat({ max: 10_000 }), how, value });
}

/** Edits the place that is number `at` in the order of a walk through the value. */
function edited(value: unknown, edit: Edit): unknown {
  let countdown = edit.at % sizeOf(value);
  const walk = (part: unknown): unknown[] => {
    const here = countdown === 0;
    countdown -= 1;
    if (here) return edit.how === 'replace' ? [edit.value] : edit.how === 'remove' ? [] : [part, part];
    if (Array.isArray(part)) return [part.flatMap(walk)];
    if (typeof part !== 'object' || part === null) return [part];
    const members = Object.entries(part).flatMap(([key, member]) => walk(member).map((changed) => [key, changed]));
    return [Object.fromEntries(members)];
  };
  return walk(value)[0];
}

function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((size: number, member) => size + sizeOf(member), 1);
}

function splice(bytes: Buffer, at: number, drop: number, put: Uint8Array): Buffer {
  const place = at % (bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + drop)]);
}
