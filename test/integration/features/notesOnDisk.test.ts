import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { isAlive, sweepTemporaryFiles, temporaryPath } from '../../../src/host/node/temporaryFiles.ts';
import { writeFileAtomically } from '../../../src/host/node/writeFileAtomically.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

suite('files of notes on a local disk', () => {
  let root: string;
  let file: string;

  setup(async () => {
    root = await fs.realpath(await fs.mkdtemp(path.join(tmpdir(), 'paperside-notes-')));
    file = path.join(root, 'notes', 'a.md');
    await fs.mkdir(path.dirname(file));
    await fs.writeFile(file, 'old');
  });
  teardown(() => fs.rm(root, { recursive: true, force: true }));

  const read = (name = file): Promise<string> => fs.readFile(name, 'utf8');
  const write = (text: string, expected?: string | null) =>
    writeFileAtomically(file, bytes(text), {
      root,
      expected: expected === undefined ? undefined : { bytes: expected === null ? undefined : bytes(expected) },
    });

  test('a file is replaced only while it holds what was expected', async () => {
    assert.equal(await write('mine', 'else'), 'changed');
    assert.equal(await write('mine', null), 'changed');
    assert.equal(await read(), 'old');
    assert.equal(await write('mine', 'old'), 'written');
    assert.equal(await read(), 'mine');
    assert.deepEqual(await fs.readdir(path.dirname(file)), ['a.md']);
  });

  test('a new file is made only where there is none', async () => {
    await fs.rm(path.dirname(file), { recursive: true });
    assert.equal(await write('mine', 'old'), 'changed');
    assert.equal(await write('mine', null), 'written');
    assert.equal(await write('again', null), 'changed');
    assert.equal(await read(), 'mine');
    assert.equal((await fs.stat(file)).nlink, 1);
  });

  test('permissions, symbolic links and hard links stay', async () => {
    await fs.chmod(file, 0o666);
    const soft = path.join(root, 'notes', 'soft.md');
    await fs.symlink('a.md', soft);
    await writeFileAtomically(soft, bytes('through the link'), { root });
    assert.equal(await read(), 'through the link');
    assert.ok((await fs.lstat(soft)).isSymbolicLink());
    assert.equal((await fs.stat(file)).mode & 0o777, 0o666);
    const hard = path.join(root, 'hard.md');
    await fs.link(file, hard);
    assert.equal(await write('for both', 'else'), 'changed');
    assert.equal(await write('for both', 'through the link'), 'written');
    assert.equal(await read(hard), 'for both');
    assert.deepEqual((await fs.readdir(path.dirname(file))).sort(), ['a.md', 'soft.md']);
  });

  test('owner and group stay, as those who share the folder need it', async function () {
    // Only the superuser gives files away.
    if (process.getuid?.() !== 0) this.skip();
    await fs.chown(file, 12_345, 23_456);
    await fs.chmod(file, 0o660);
    assert.equal(await write('mine', 'old'), 'written');
    const { uid, gid, mode } = await fs.stat(file);
    assert.deepEqual([uid, gid, mode & 0o777], [12_345, 23_456, 0o660]);
    assert.equal(await read(), 'mine');
  });

  test('the longest name has room for a temporary file', async () => {
    const long = path.join(root, 'notes', `${'n'.repeat(252)}.md`);
    await writeFileAtomically(long, bytes('long'), { root });
    assert.equal(await read(long), 'long');
  });

  test('nothing is written or made outside the root', async () => {
    const outside = await fs.mkdtemp(path.join(tmpdir(), 'paperside-outside-'));
    try {
      await fs.symlink(outside, path.join(root, 'link'));
      const targets = ['link/a.md', 'link/new/a.md', '../a.md'].map((name) => path.join(root, name));
      for (const target of targets) {
        await assert.rejects(
          writeFileAtomically(target, bytes('x'), { root }),
          /leads out of the workspace through a link/,
        );
      }
      await fs.symlink(path.join(outside, 'gone.md'), path.join(root, 'notes', 'b.md'));
      await assert.rejects(
        writeFileAtomically(path.join(root, 'notes', 'b.md'), bytes('x'), { root }),
        /"b\.md" is a link to a file that is not there/,
      );
      assert.deepEqual(await fs.readdir(outside), []);
      // The note that was read is a link when it is to be written.
      const secret = path.join(outside, 'secret.md');
      await fs.writeFile(secret, 'old');
      await fs.rm(file);
      await fs.symlink(secret, file);
      await assert.rejects(write('x', 'old'), /"a\.md" leads out of the workspace through a link/);
      assert.equal(await read(secret), 'old');
    } finally {
      await fs.rm(outside, { recursive: true });
    }
  });

  test('a file marked read-only, and a folder, are left alone', async () => {
    await fs.chmod(file, 0o444);
    await assert.rejects(write('x'), /"a\.md" is marked read-only/);
    await fs.rm(file, { force: true });
    await fs.mkdir(file);
    await assert.rejects(write('x'), /"a\.md" is not a regular file/);
  });

  test('what ended processes left is swept; backups are named and stay', async () => {
    const { pid } = spawnSync('true');
    assert.equal(isAlive(pid), false);
    assert.equal(isAlive(process.pid), true);
    const folder = path.dirname(file);
    const [stale, backup] = ['tmp', 'bak'].map((kind) => path.join(folder, `.paperside-${pid}-0123abcd.${kind}`));
    assert.ok(stale !== undefined && backup !== undefined);
    const living = temporaryPath(folder, 'tmp');
    const others = [
      backup,
      living,
      path.join(folder, `.paperside-${pid}-0123abcd.tmp.md`),
      path.join(folder, '.x.tmp'),
    ];
    for (const name of [stale, ...others]) await fs.writeFile(name, 'x');
    assert.deepEqual(await sweepTemporaryFiles(folder), [backup]);
    assert.deepEqual((await fs.readdir(folder)).sort(), ['a.md', ...others.map((name) => path.basename(name))].sort());
    assert.deepEqual(await sweepTemporaryFiles(path.join(root, 'nowhere')), []);
  });
});
