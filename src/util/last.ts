/** The last `limit` members of a list; itself when it has no more. */
export function last<T>(list: T[], limit: number): T[] {
  return list.length <= limit ? list : list.slice(-limit);
}
