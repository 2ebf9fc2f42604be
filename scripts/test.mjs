// npm test: installs what is missing, then every check, every test, and the promise that no process is left.
// The last line is "N passed, N failed", with ", N skipped" after it when tests were skipped.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runChecks } from './lib/checks.mjs';
import { ensureInstalled, ROOT, runBin } from './lib/run.mjs';
import { survivors } from './lib/survivors.mjs';

const TAG = { name: 'CODEX_COMPANION_TEST_RUN', value: `${process.pid}-${Date.now()}` };
const REPORT = path.join(ROOT, '.build', 'vitest.json');

ensureInstalled();
const before = new Set(survivors(`${TAG.name}=${TAG.value}`).map(({ pid }) => pid));
const checks = runChecks();
const tests = runTests();
const clean = await nobodySurvived();
const total = {
  passed: checks.passed + tests.passed + (clean ? 1 : 0),
  failed: checks.failed + tests.failed + (clean ? 0 : 1),
};
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`);

function runTests() {
  console.log('\n== unit and end-to-end tests');
  mkdirSync(path.dirname(REPORT), { recursive: true });
  rmSync(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const status = runBin('vitest', 'vitest', ['run', ...reporters], { [TAG.name]: TAG.value });
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(REPORT, 'utf8'));
    // A runner that failed with every test green has an error outside of them: that is a failure, too.
    const failed = Math.max(numFailedTests, status === 0 ? 0 : 1);
    return { passed: numPassedTests, failed, skipped: numPendingTests };
  } catch {
    console.error('The test runner left no report');
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** What has just ended may need a moment to leave the process table. */
async function nobodySurvived() {
  console.log('\n== no process survived');
  let left = [];
  for (let waited = 0; waited < 3000; waited += 100) {
    left = survivors(`${TAG.name}=${TAG.value}`).filter(({ pid }) => !before.has(pid));
    if (left.length === 0) return true;
    await sleep(100);
  }
  for (const { pid, command } of left) console.error(`Still alive: ${pid} ${command}`);
  return false;
}
