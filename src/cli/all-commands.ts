import { EVERYDAY_COMMANDS } from './everyday-commands.ts';
import type { Loaders } from './program.ts';

/** Every command, in the order of the help. */
export const ALL_COMMANDS: Loaders = {
  task: EVERYDAY_COMMANDS.task,
  review: async () => (await import('./commands/review.ts')).reviewCommand,
  'adversarial-review': async () => (await import('./commands/adversarial-review.ts')).adversarialReviewCommand,
  status: EVERYDAY_COMMANDS.status,
  wait: EVERYDAY_COMMANDS.wait,
  watch: async () => (await import('./commands/watch.ts')).watchCommand,
  result: EVERYDAY_COMMANDS.result,
  cancel: EVERYDAY_COMMANDS.cancel,
  retry: async () => (await import('./commands/retry.ts')).retryCommand,
  logs: EVERYDAY_COMMANDS.logs,
  events: async () => (await import('./commands/events.ts')).eventsCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  prune: async () => (await import('./commands/prune.ts')).pruneCommand,
  setup: async () => (await import('./commands/setup.ts')).setupCommand,
  config: async () => (await import('./commands/config.ts')).configCommand,
  completion: async () => (await import('./commands/completion.ts')).completionCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  transfer: async () => (await import('./commands/transfer.ts')).transferCommand,
  'task-resume-candidate': async () => (await import('./commands/task-resume-candidate.ts')).taskResumeCandidateCommand,
  broker: async () => (await import('./commands/broker.ts')).brokerCommand,
  hook: EVERYDAY_COMMANDS.hook,
  session: async () => (await import('./commands/session.ts')).sessionCommand,
};
