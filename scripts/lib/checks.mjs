import { run, runBin } from './run.mjs';

/** Every rule of the house that is not a test. Each returns an exit status. */
export const CHECKS = [
  { name: 'format, lint and layer rules', check: () => runBin('@biomejs/biome', 'biome', ['ci', '.']) },
  { name: 'layer rules are those of the table', check: () => run(process.execPath, ['scripts/layers.mjs', '--check']) },
  { name: 'types', check: () => runBin('typescript', 'tsc', ['-p', '.']) },
  {
    name: 'the plugin is built from these sources',
    check: () => run(process.execPath, ['scripts/build-plugin.mjs', '--check']),
  },
  {
    name: 'the reference says what the sources say',
    check: () => run(process.execPath, ['scripts/reference.mjs', '--check']),
  },
  { name: 'protocol of the installed Codex', check: () => run(process.execPath, ['scripts/protocol-check.mjs']) },
];

/** Runs them all, also after one has failed. Returns how many passed and failed. */
export function runChecks() {
  let failed = 0;
  for (const { name, check } of CHECKS) {
    console.log(`\n== ${name}`);
    if (check() === 0) continue;
    failed += 1;
    console.error(`FAILED: ${name}`);
  }
  return { passed: CHECKS.length - failed, failed };
}
