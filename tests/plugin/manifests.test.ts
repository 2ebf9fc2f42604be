import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands, exists, PLUGIN, pluginFiles, read, readJson, skills } from './files.ts';

test('the plugin has the files that a host looks for, and no others', () => {
  expect(pluginFiles()).toEqual(
    [
      '.claude-plugin/plugin.json',
      '.codex-plugin/plugin.json',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'agents/codex-rescue.md',
      'bin/codex-companion',
      'bin/codex-companion.cjs',
      ...commands().map(({ name }) => `commands/${name}.md`),
      'hooks/hooks.json',
      'package-lock.json',
      'package.json',
      ...skills().map(({ name }) => `skills/${name}/SKILL.md`),
    ].sort(),
  );
  expect(statSync(path.join(PLUGIN, 'bin', 'codex-companion')).mode & 0o111).toBe(0o111);
});

test('every manifest says the version of package.json', () => {
  const { version } = readJson('package.json');
  expect({
    plugin: readJson('plugin/.claude-plugin/plugin.json').version,
    inCodex: readJson('plugin/.codex-plugin/plugin.json').version,
    inMarketplace: readJson('.claude-plugin/marketplace.json').plugins[0].version,
    packages: readJson('plugin/package.json').version,
    lockfile: readJson('plugin/package-lock.json').version,
  }).toEqual({ plugin: version, inCodex: version, inMarketplace: version, packages: version, lockfile: version });
  expect(read('plugin/CHANGELOG.md')).toContain(`## ${version}\n`);
});

test('the marketplace has the plugin by the name that it gives itself', () => {
  const { name, owner, plugins } = readJson('.claude-plugin/marketplace.json');
  expect({ name, owner }).toEqual({ name: 'codex-companion', owner: { name: expect.any(String) } });
  expect(plugins).toEqual([expect.objectContaining({ name: 'codex', source: './plugin' })]);
  expect(readJson('plugin/.claude-plugin/plugin.json')).toMatchObject({ name: 'codex', license: 'MIT' });
  expect(exists('plugin/.claude-plugin/plugin.json')).toBe(true);
});

test('in a session of Codex itself the plugin runs no hooks', () => {
  expect(readJson('plugin/.codex-plugin/plugin.json')).toMatchObject({ name: 'codex', hooks: {} });
});

test('the host installs only what cannot be bundled, in exact versions, from whatever registry it uses', () => {
  const { dependencies, devDependencies, scripts } = readJson('plugin/package.json');
  const { packages } = readJson('plugin/package-lock.json');
  const locked = readJson('package-lock.json').packages;

  expect({ devDependencies, scripts }).toEqual({ devDependencies: undefined, scripts: undefined });
  expect(Object.keys(dependencies)).toEqual(['zeromq']);
  expect(dependencies).toEqual({ zeromq: locked['node_modules/zeromq'].version });
  expect(packages[''].dependencies).toEqual(dependencies);
  for (const [key, entry] of Object.entries(packages)) if (key !== '') expect(entry).toEqual(locked[key]);
  expect(read('plugin/package-lock.json')).not.toMatch(/resolved|https?:/u);
});

test('the licence of the plugin is that of the project', () => {
  expect(read('plugin/LICENSE')).toBe(read('LICENSE'));
});
