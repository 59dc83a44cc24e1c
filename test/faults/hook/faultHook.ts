import fs from 'node:fs';
import path from 'node:path';
import { faultFiles, parsePlan, type FaultPlan } from './faultPlan.ts';

// Loaded in the extension host before Paperside: counts what is done to the files of notes and drafts, and ends the process or lets an
// operation fail where the plan says so. It knows Node's `fs`, and nothing of Paperside. Each operation is one system call or two.

type Operation = (this: unknown, ...args: unknown[]) => Promise<unknown>;

/** Functions of Node's `fs` that are replaced here all give promises. */
function isOperation(value: unknown): value is Operation {
  return typeof value === 'function';
}

// Beside `dist`, where it is bundled to.
const files = faultFiles(path.dirname(import.meta.dirname));
const handles = new WeakMap<object, string>();
let counted = { id: '', operations: 0 };

function plan(): FaultPlan | undefined {
  try {
    return parsePlan(fs.readFileSync(files.plan, 'utf8'));
  } catch {
    return undefined;
  }
}

function isWatched({ watched }: FaultPlan, file: string): boolean {
  return watched.some((top) => file === top || file.startsWith(top + path.sep));
}

/** Node ends the process before this returns; waiting makes sure of it. */
function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

/** Half of what a write would write is on disk when the process ends. */
function writeHalf(file: string, args: readonly unknown[]): void {
  const [data] = args;
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  if (!(bytes instanceof Uint8Array)) return;
  const descriptor = fs.openSync(file, 'r+');
  fs.writeSync(descriptor, bytes, 0, Math.floor(bytes.byteLength / 2), 0);
}

async function run(name: string, paths: readonly string[], args: readonly unknown[], work: () => Promise<unknown>) {
  const now = plan();
  const file = now && paths.find((one) => isWatched(now, one));
  if (now === undefined || file === undefined) return work();
  if (counted.id !== now.id) counted = { id: now.id, operations: 0 };
  counted.operations += 1;
  const { kill, fail } = now;
  const mine = kill?.at === counted.operations;
  fs.appendFileSync(files.operations, `${now.id}\t${counted.operations}\t${name}\t${paths.join('\t')}\n`);
  if (mine && kill.moment === 'before') die();
  if (mine && kill.moment === 'half') {
    writeHalf(file, args);
    die();
  }
  if (fail?.operation === name && file.includes(fail.path ?? '')) {
    throw Object.assign(new Error(`${fail.code}: injected, ${name} '${file}'`), { code: fail.code, syscall: name });
  }
  const result = await work();
  if (mine) die();
  return result;
}

/** Replaces a function that takes `count` paths first. */
function onPaths(name: keyof typeof fs.promises, count: number): void {
  const original: unknown = Reflect.get(fs.promises, name);
  if (!isOperation(original)) return;
  const replaced: Operation = async (...args) => {
    const paths = args.slice(0, count).map((one) => (typeof one === 'string' ? path.resolve(one) : ''));
    const result = await run(name, paths, args.slice(count), () => original.apply(fs.promises, args));
    if (name === 'open' && typeof result === 'object' && result !== null) follow(result, paths[0] ?? '');
    return result;
  };
  Object.assign(fs.promises, { [name]: replaced });
}

/** Unlike its other methods, `close` is a handle's own. */
function follow(handle: object, file: string): void {
  handles.set(handle, file);
  const close: unknown = Reflect.get(handle, 'close');
  if (isOperation(close)) Object.assign(handle, { close: () => run('close', [file], [], () => close.call(handle)) });
}

async function onHandles(): Promise<void> {
  const handle = await fs.promises.open(import.meta.filename, 'r');
  const shared: unknown = Object.getPrototypeOf(handle);
  await handle.close();
  if (typeof shared !== 'object' || shared === null) return;
  for (const name of ['writeFile', 'write', 'appendFile', 'sync', 'datasync', 'truncate', 'chmod']) {
    const original: unknown = Reflect.get(shared, name);
    if (isOperation(original)) Object.assign(shared, { [name]: onFollowed(name, original) });
  }
}

function onFollowed(name: string, original: Operation): Operation {
  return function (this: unknown, ...args) {
    const file = typeof this === 'object' && this !== null ? handles.get(this) : undefined;
    const work = (): Promise<unknown> => original.apply(this, args);
    return file === undefined ? work() : run(name, [file], args, work);
  };
}

for (const name of ['open', 'writeFile', 'appendFile', 'unlink', 'rm', 'mkdir', 'chmod', 'truncate'] as const)
  onPaths(name, 1);
for (const name of ['rename', 'copyFile', 'link'] as const) onPaths(name, 2);
void onHandles();
