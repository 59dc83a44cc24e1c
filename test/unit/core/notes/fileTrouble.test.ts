import { describe, expect, test } from 'vitest';
import { troubleMessage } from '../../../../src/core/notes/fileTrouble.ts';

const what = '"notes/a.md" could not be written';
const coded = (code: string, message = `${code}: said by Node, open '/home/me/notes/a.md'`): Error =>
  Object.assign(new Error(message), { code });

describe('what a file system says of a note', () => {
  test.each([
    ['EACCES', 'you have no permission: change the permissions of the file and of its folder.'],
    ['EPERM', 'you have no permission: change the permissions of the file and of its folder.'],
    ['NoPermissions', 'you have no permission: change the permissions of the file and of its folder.'],
    ['MarkedReadOnly', 'it is marked read-only: take that mark away in the properties of the file.'],
    ['EROFS', 'the disk is read-only: make it writable, or open a copy of the folder.'],
    ['ENOSPC', 'the disk is full: free some space.'],
    ['EDQUOT', 'your disk quota is used up: delete what you no longer need.'],
    ['EFBIG', 'it is larger than a file may be there: split it.'],
    ['EIO', 'the disk reports an error: check the disk.'],
    ['EBUSY', 'another program holds it: close it there.'],
    ['ENAMETOOLONG', 'its name is too long: give it, or its folders, a shorter one.'],
    ['ENOTDIR', 'a file stands where its folder should be: move that file away.'],
    ['FileNotADirectory', 'a file stands where its folder should be: move that file away.'],
    ['EEXIST', 'a file stands where its folder should be: move that file away.'],
    ['FileExists', 'a file stands where its folder should be: move that file away.'],
    ['EISDIR', 'something else than a file stands there: move that away.'],
    ['FileIsADirectory', 'something else than a file stands there: move that away.'],
    ['NotAFile', 'something else than a file stands there: move that away.'],
    ['ENOENT', 'its folder is not there: make that folder again.'],
    ['FileNotFound', 'its folder is not there: make that folder again.'],
    ['LeadsOut', 'a link leads from it out of the workspace: put the file itself there.'],
    ['DeadLink', 'it is a link to a file that is not there: put that file back, or delete the link.'],
    ['Moved', 'it was moved meanwhile: try again.'],
    ['Unavailable', 'its file system does not answer: check the connection.'],
  ])('%s: the file is named once, with the reason and the next step', (code, rest) => {
    expect(troubleMessage(what, coded(code))).toBe(`"notes/a.md" could not be written because ${rest}`);
  });

  test('VS Code says only in words that a disk is full', () => {
    const error = coded('Unknown', 'Unable to write file (Error: ENOSPC: no space left on device, write)');
    expect(troubleMessage(what, error)).toBe(
      '"notes/a.md" could not be written because the disk is full: free some space.',
    );
  });

  test.each([
    [coded('EWHAT', 'something new.'), 'something new.'],
    [new Error('"a.md" is damaged: what it held is in "x.bak"'), '"a.md" is damaged: what it held is in "x.bak".'],
    ['a word', 'a word.'],
    [Object.assign(new Error('odd'), { code: 7 }), 'odd.'],
    [Object.assign(new Error('odd'), { code: 'constructor' }), 'odd.'],
  ])('of a kind that nobody knows stands there as it is: %s', (error, rest) => {
    expect(troubleMessage(what, error)).toBe(
      `"notes/a.md" could not be written, check its folder and try again: ${rest}`,
    );
  });
});
