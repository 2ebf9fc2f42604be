/** The screen with names of eight letters in the place of ids of jobs, and of the ends that stand for them. */
export function withNames(screen: string, ids: Readonly<Record<string, string>>): string {
  return Object.entries(ids).reduce(
    (text, [name, id]) => text.replaceAll(id, `task-#########-${name}`).replaceAll(id.slice(-name.length), name),
    screen,
  );
}
