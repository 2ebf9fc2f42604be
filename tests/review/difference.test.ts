import { expect, test } from 'vitest';
import { hasDifference } from '../../src/review/difference.ts';
import { resolveTarget, type TargetRequest } from '../../src/review/target.ts';
import { emptyRepository, repositoryWith, type TestRepository } from './repository.ts';

async function differs(repository: TestRepository, request: TargetRequest = {}): Promise<boolean | string> {
  const resolved = await resolveTarget(repository.options, request);
  if (!resolved.ok) return resolved.fault.kind;
  const difference = await hasDifference(resolved.repository, resolved.target);
  return difference.ok ? difference.differs : difference.fault.kind;
}

test('of a clean default branch nothing differs, whatever was asked for', async () => {
  const repository = repositoryWith('a');
  for (const request of [{}, { scope: 'working-tree' }, { scope: 'branch' }, { base: 'main' }, { base: 'HEAD' }])
    expect([request, await differs(repository, request)]).toEqual([request, false]);
});

test('a commit without a change of files, or one and its revert, is no difference', async () => {
  const repository = repositoryWith('a');
  repository.git('checkout', '--quiet', '-b', 'topic');
  repository.commit('empty');
  expect(await differs(repository)).toBe(false);
  repository.write('b');
  repository.commit();
  expect(await differs(repository)).toBe(true);
  repository.git('revert', '--no-edit', 'HEAD');
  expect(await differs(repository)).toBe(false);
});

test('what only the base has is no difference', async () => {
  const repository = repositoryWith('a');
  repository.git('branch', 'topic');
  repository.write('b');
  repository.commit();
  repository.git('checkout', '--quiet', 'topic');
  expect(await differs(repository)).toBe(false);
});

test.each<[string, (repository: TestRepository) => void]>([
  ['a new file', (repository) => repository.write('new')],
  ['a change', (repository) => repository.write('a', 'other\n')],
  [
    'a change that is staged',
    (repository) => {
      repository.write('a', 'x\n');
      repository.git('add', 'a');
    },
  ],
])(
  '%s in the working tree is one, for a branch too: its reviewer reads the files as they are',
  async (_what, change) => {
    const repository = repositoryWith('a');
    change(repository);
    for (const request of [{}, { scope: 'working-tree' }, { scope: 'branch' }, { base: 'HEAD' }])
      expect([request, await differs(repository, request)]).toEqual([request, true]);
  },
);

test('an empty repository has nothing to look at, and a removed base is said', async () => {
  const repository = emptyRepository();
  expect(await differs(repository, { scope: 'working-tree' })).toBe(false);
  const resolved = await resolveTarget(repositoryWith('a').options, { base: 'main' });
  if (!resolved.ok) throw new Error(resolved.fault.message);
  const target = { mode: 'branch', label: 'x', baseRef: 'gone' } as const;
  expect(await hasDifference(resolved.repository, target)).toMatchObject({ fault: { kind: 'unknown_base' } });
});
