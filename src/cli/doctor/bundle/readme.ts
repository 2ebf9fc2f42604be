import { VERSION } from '../../../contract/version.ts';
import { KEPT_OF_A_JOB } from './job-extract.ts';

/** Says to whoever opens the archive, and to whoever thinks about passing it on, what is in it and what is not. */
export function readme(): string {
  return `What "codex-companion doctor --bundle" (version ${VERSION}) has gathered. Look at it before you pass it on.

doctor.json       what doctor has found
versions.json     of this program, Node, the system
environment.json  names of variables that are set (none of their values), and the settings that are numbers
jobs.json         the latest jobs; of each:
${KEPT_OF_A_JOB.map((what) => `                  - ${what}`).join('\n')}
brokers.json      which brokers there are, or were
brokers/*.log     the end of their logs, only with lines that the broker itself has made, and without what they quote

Not in it: prompts, answers, error texts of Codex, commands, logs of jobs, values of the environment.
Replaced wherever they were found: home directories (~), names of the user and the machine (<name>), mail addresses
(<mail>), and everything that looks like a key, a token or a password, or is in a variable called so (<secret>).
Paths outside of home directories are as they are.
`;
}
