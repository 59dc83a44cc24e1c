import { existsSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './runProgram.ts';

/** Runs `npm` in a folder with the given Node first on the path. Rejects with npm's words when it fails. */
export async function runNpm(args: readonly string[], cwd: string, node = process.execPath): Promise<void> {
  const env = cleanEnvironment();
  env['PATH'] = `${path.dirname(node)}${path.delimiter}${env['PATH'] ?? ''}`;
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js') === true && existsSync(script)) await runQuietly(node, [script, ...args], { cwd, env });
  else await runQuietly('npm', args, { cwd, env, shell: process.platform === 'win32' });
}

/** The environment without what an `npm run` around us says of this package: it would steer the inner npm. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^npm_(?:package_|lifecycle_|config_(?:local_prefix|prefix|global_prefix)$)|^INIT_CWD$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
