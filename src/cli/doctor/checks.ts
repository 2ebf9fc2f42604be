import { checkBrokers } from './checks/brokers.ts';
import { checkClock } from './checks/clock.ts';
import { checkCodexProgram } from './checks/codex.ts';
import { checkDirectories } from './checks/directories.ts';
import { checkFiles } from './checks/files.ts';
import { checkGit } from './checks/git.ts';
import { checkJobs } from './checks/jobs.ts';
import { checkLeftovers } from './checks/leftovers.ts';
import { checkLogin, LOGIN_MS } from './checks/login.ts';
import { checkNode } from './checks/node.ts';
import { checkOrphans } from './checks/orphans.ts';
import { checkPackages, PACKAGES_MS } from './checks/packages.ts';
import { checkPlatform } from './checks/platform.ts';
import { checkProtocol } from './checks/protocol.ts';
import { checkRecords } from './checks/records.ts';
import { checkSandbox } from './checks/sandbox.ts';
import { checkSettings } from './checks/settings.ts';
import { checkSockets } from './checks/sockets.ts';
import { checkSpace } from './checks/space.ts';
import type { NamedCheck } from './examine.ts';

/**
 * Everything that is looked at, in the order in which it is shown and repaired: what others stand on comes first, and the
 * jobs of a broker that is gone are settled before what it left is cleared away. A further check is a further line here.
 */
export const CHECKS: readonly NamedCheck[] = [
  { name: 'node', title: 'Node', run: checkNode },
  { name: 'platform', title: 'System', run: checkPlatform },
  { name: 'packages', title: 'Packages', run: checkPackages, deadlineMs: PACKAGES_MS },
  { name: 'codex', title: 'Codex', run: checkCodexProgram },
  { name: 'login', title: 'Login', run: checkLogin, deadlineMs: LOGIN_MS },
  { name: 'protocol', title: 'Protocol', run: checkProtocol },
  { name: 'sandbox', title: 'Sandbox', run: checkSandbox },
  { name: 'git', title: 'Git', run: checkGit },
  { name: 'settings', title: 'Settings', run: checkSettings },
  { name: 'directories', title: 'State directory', run: checkDirectories },
  { name: 'space', title: 'Disk space', run: checkSpace },
  { name: 'files', title: 'State', run: checkFiles },
  { name: 'brokers', title: 'Broker', run: checkBrokers },
  { name: 'jobs', title: 'Jobs', run: checkJobs },
  { name: 'leftovers', title: 'Leftovers', run: checkLeftovers },
  { name: 'orphans', title: 'Orphans', run: checkOrphans },
  { name: 'sockets', title: 'Sockets', run: checkSockets },
  { name: 'records', title: 'Records', run: checkRecords },
  { name: 'clock', title: 'Clock', run: checkClock },
];
