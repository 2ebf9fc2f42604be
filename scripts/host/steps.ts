import { markdownTable } from 'markdown-table';

interface Step {
  readonly name: string;
  readonly outcome: 'passed' | 'FAILED' | 'not run';
  readonly detail: string;
}

/** What is checked, one after another. Whatever goes wrong in a step is that step's failure, and the next one is made. */
export class Steps {
  readonly #steps: Step[] = [];

  /** `check` returns what is worth telling. */
  async check(name: string, check: () => Promise<string> | string): Promise<boolean> {
    try {
      this.#add({ name, outcome: 'passed', detail: await check() });
      return true;
    } catch (error) {
      this.#add({ name, outcome: 'FAILED', detail: error instanceof Error ? error.message : String(error) });
      return false;
    }
  }

  skip(name: string, why: string): void {
    this.#add({ name, outcome: 'not run', detail: why });
  }

  get failed(): number {
    return this.#steps.filter(({ outcome }) => outcome === 'FAILED').length;
  }

  get notRun(): number {
    return this.#steps.filter(({ outcome }) => outcome === 'not run').length;
  }

  table(): string {
    const rows = this.#steps.map(({ name, outcome, detail }) => [name, outcome, shortened(detail)]);
    return markdownTable([['step', '', 'detail'], ...rows], { alignDelimiters: false });
  }

  #add(step: Step): void {
    this.#steps.push(step);
    const mark = { passed: 'ok  ', FAILED: 'FAIL', 'not run': '-   ' }[step.outcome];
    console.log(`${mark} ${step.name}${step.outcome === 'FAILED' ? `\n${step.detail}` : ''}`);
  }
}

/** @throws Error that says what was expected and what was there. */
export function expectThat(holds: boolean, what: string, found: unknown): void {
  if (holds) return;
  const shown = typeof found === 'string' ? found : JSON.stringify(found);
  throw new Error(`Expected ${what}, found: ${shown.slice(-2_000)}`);
}

function shortened(detail: string): string {
  const flat = detail.replace(/\s+/gu, ' ').trim();
  return flat.length > 90 ? `${flat.slice(0, 89)}…` : flat;
}
