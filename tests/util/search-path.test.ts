import { expect, test } from 'vitest';
import { searchDirectories } from '../../src/util/search-path.ts';

test.each([
  ['as it is', { PATH: '/usr/bin:/bin' }, ['/usr/bin', '/bin']],
  ['without what is empty', { PATH: ':/usr/bin::' }, ['/usr/bin']],
  ['with what is relative', { PATH: './node_modules/.bin:/bin' }, ['./node_modules/.bin', '/bin']],
  ['of no other name', { Path: '/bin' }, []],
  ['that is not set', {}, []],
])('elsewhere PATH is read %s', (_, environment, directories) => {
  expect(searchDirectories(environment, 'linux')).toEqual(directories);
  expect(searchDirectories(environment, 'darwin')).toEqual(directories);
});

test.each([
  ['by semicolons', { PATH: 'C:\\Windows;D:\\tools' }, ['C:\\Windows', 'D:\\tools']],
  ['whatever the case of its name', { Path: 'C:\\a' }, ['C:\\a']],
  ['as a child would get it', { Path: 'C:\\second', PATH: 'C:\\first' }, ['C:\\first']],
  ['without quotes', { Path: '"C:\\Program Files\\Git\\cmd";C:\\a' }, ['C:\\Program Files\\Git\\cmd', 'C:\\a']],
  ['without what is relative', { Path: '.;;bin;..\\x;C:tools;C:\\a' }, ['C:\\a']],
  ['also from a share', { Path: '\\\\server\\share\\bin' }, ['\\\\server\\share\\bin']],
  ['that is not set', {}, []],
])('on Windows PATH is read %s', (_, environment, directories) => {
  expect(searchDirectories(environment, 'win32')).toEqual(directories);
});
