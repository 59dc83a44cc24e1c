import { expect, test } from 'vitest';
import { sharedStorage } from '../../../../src/core/notes/sharedStorage.ts';

const storages = '/home/me/.config/Code/User/workspaceStorage';

test.each([
  ['the first window', `${storages}/351c4003/paperside.paperside`, `${storages}/351c4003/paperside.paperside`],
  ['another window', `${storages}/351c4003-1/paperside.paperside`, `${storages}/351c4003/paperside.paperside`],
  ['the last that VS Code numbers', `${storages}/0a-9/paperside.paperside`, `${storages}/0a/paperside.paperside`],
  [
    'an extension that is developed',
    `${storages}/ext-dev/paperside.paperside`,
    `${storages}/ext-dev/paperside.paperside`,
  ],
  ['a folder of another kind', '/tmp/project-1/paperside.paperside', '/tmp/project-1/paperside.paperside'],
  ['Windows', '/c:/Users/me/User/workspaceStorage/0a-2/p.p', '/c:/Users/me/User/workspaceStorage/0a/p.p'],
])('the folder that all windows share: %s', (_, path, expected) => {
  expect(sharedStorage(path)).toBe(expected);
});
