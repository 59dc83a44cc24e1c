import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { filesBelow, repositoryRoot, runTool } from './repository.ts';

/** Something that a tool said about one file. */
export interface Finding {
  /** `/`-separated, from the top of the project. */
  readonly file: string;
  /** `no-restricted-imports`, `TS2304`, … */
  readonly rule: string;
  /** What the linter says to do instead; for the compiler its message. */
  readonly help: string;
}

/** A project with the rules of this repository and files of its own. */
export interface PlantedProject {
  lint(): Promise<readonly Finding[]>;
  compile(): Promise<readonly Finding[]>;
  remove(): void;
}

/** Makes it in a temporary folder: lint and compiler settings of every room of `src`, and `files` by their paths. */
export function plantProject(files: Readonly<Record<string, string>>): PlantedProject {
  const folder = mkdtempSync(join(tmpdir(), 'paperside-rules-'));
  const rooms = filesBelow('src').filter((path) => path.endsWith('/tsconfig.json'));
  for (const path of ['.oxlintrc.json', 'tsconfig.json', ...rooms]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(repositoryRoot, path), join(folder, path));
  }
  symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    lint: async () => parseLint((await runTool('oxlint', ['--type-aware', '--format', 'json'], folder)).stdout),
    compile: async () => {
      const projects = rooms.map(dirname);
      return parseCompiler((await runTool('tsc', ['-b', '--pretty', 'false', ...projects], folder)).stdout);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const lintReport = v.object({
  diagnostics: v.array(v.object({ filename: v.string(), code: v.optional(v.string()), help: v.optional(v.string()) })),
});

function parseLint(json: string): readonly Finding[] {
  const { diagnostics } = v.parse(lintReport, JSON.parse(json));
  return diagnostics.map(({ filename, code = '', help = '' }) => ({
    file: filename.replaceAll('\\', '/'),
    // `eslint(no-console)`, `typescript(no-explicit-any)`
    rule: /\(([^)]+)\)/.exec(code)?.[1] ?? code,
    help,
  }));
}

function parseCompiler(output: string): readonly Finding[] {
  return [...output.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+): (.*)$/gm)].map(
    ([, file = '', rule = '', help = '']) => ({ file: file.replaceAll('\\', '/'), rule, help }),
  );
}
