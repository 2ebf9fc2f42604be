/** How a command that has waited for a job says that it is done: not at all, by the terminal's bell, on the desktop, or both. */
export const NOTIFY_WAYS = ['off', 'bell', 'desktop', 'all'] as const;
export type NotifyWay = (typeof NOTIFY_WAYS)[number];
