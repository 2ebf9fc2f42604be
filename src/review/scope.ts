/** What of a repository a review can be asked to look at; `auto`: the working tree when it is dirty, else the branch. */
export const SCOPES = ['auto', 'working-tree', 'branch'] as const;
export type Scope = (typeof SCOPES)[number];
