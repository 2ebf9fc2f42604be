import { expect, test } from 'vitest';
import { hostEnvironment } from '../../src/config/host.ts';

test('what the host does not say, or leaves empty, is null', () => {
  const nothing = { envFile: null, pluginData: null, projectDirectory: null };
  expect(hostEnvironment({})).toEqual(nothing);
  expect(hostEnvironment({ CLAUDE_ENV_FILE: '', CLAUDE_PLUGIN_DATA: '', CLAUDE_PROJECT_DIR: '' })).toEqual(nothing);
});

test('what the host says is taken as it is', () => {
  expect(hostEnvironment({ CLAUDE_ENV_FILE: '/e', CLAUDE_PLUGIN_DATA: ' d', CLAUDE_PROJECT_DIR: '/p' })).toEqual({
    envFile: '/e',
    pluginData: ' d',
    projectDirectory: '/p',
  });
});
