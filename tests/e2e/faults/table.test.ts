import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const HERE = import.meta.dirname;
const ROWS = Array.from({ length: 55 }, (_, index) => index + 1);

interface Entry {
  readonly row: number;
  readonly where: string;
}

test('the table names every row once, in order', () => {
  expect(table().map(({ row }) => row)).toEqual(ROWS);
});

test('each row of the table has its test in the file that is named', () => {
  for (const { row, where } of table()) {
    expect(titlesIn(where), `row ${row}`).toContainEqual(row);
  }
});

test('each file here is in the table, and proves no row that it is not named for', () => {
  const files = readdirSync(HERE).filter((name) => name.endsWith('.test.ts') && name !== 'table.test.ts');
  for (const file of files) {
    const named = table().flatMap(({ row, where }) => (where === file ? [row] : []));
    expect([...new Set(titlesIn(file))].sort(ascending), file).toEqual(named);
    expect(numbersIn(file), file).toEqual(named);
  }
});

function table(): Entry[] {
  const text = readFileSync(path.join(HERE, 'README.md'), 'utf8');
  return [...text.matchAll(/^\| (\d+) \|[^|]+\| ([^|]+) \|/gmu)].map(([, row, where = '']) => ({
    row: Number(row),
    where,
  }));
}

/** The numbers of rows in the titles of a file's tests. */
function titlesIn(file: string): number[] {
  const text = readFileSync(path.join(HERE, file), 'utf8');
  return [...text.matchAll(/['"]row (\d+)(?: \([^)]+\))?: /gu)].map(([, row]) => Number(row));
}

function numbersIn(file: string): number[] {
  return [...file.matchAll(/-(\d\d)(?=-)/gu)].map(([, row]) => Number(row));
}

function ascending(a: number, b: number): number {
  return a - b;
}
