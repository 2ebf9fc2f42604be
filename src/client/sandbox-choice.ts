import { SANDBOXES } from '../contract/job.ts';

/** What can be chosen: `inherit` leaves it to the user's own Codex configuration. */
export const SANDBOX_CHOICES = [...SANDBOXES, 'inherit'] as const;
export type SandboxChoice = (typeof SANDBOX_CHOICES)[number];
