import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding, PlantedProject } from './support/plantedProject.ts';
import { plantProject } from './support/plantedProject.ts';
import type { Plant } from './support/plants.ts';
import { cleanFiles, compilerPlants, importPlants, stylePlants, surroundingsPlants } from './support/plants.ts';
import { repositoryRoot } from './support/repository.ts';

const rulesSchema = v.record(v.string(), v.unknown());
type Rules = v.InferOutput<typeof rulesSchema>;

const lintConfig = v.parse(
  v.object({
    rules: rulesSchema,
    overrides: v.array(v.object({ files: v.array(v.string()), rules: rulesSchema })),
  }),
  JSON.parse(readFileSync(join(repositoryRoot, '.oxlintrc.json'), 'utf8')),
);

const lintPlants = [...importPlants, ...surroundingsPlants, ...stylePlants];

describe('linter', () => {
  let project: PlantedProject;
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    project = plantProject({ ...cleanFiles, ...textsOf(lintPlants) });
    findings = await project.lint();
  });
  afterAll(() => project.remove());

  test.each(lintPlants)('$rule fires on $file', ({ file, rule }) => {
    expect(rulesOn(file, findings)).toContain(rule);
  });

  test.each(Object.keys(cleanFiles))('nothing fires on %s', (file) => {
    expect(rulesOn(file, findings)).toEqual([]);
  });

  test('every rule that is switched on by name has its planted violation', () => {
    const planted = new Set(lintPlants.map(({ rule }) => rule));
    expect(Object.keys(onRules(lintConfig.rules)).filter((rule) => !planted.has(shortName(rule)))).toEqual([]);
    const inRooms = lintConfig.overrides.flatMap(({ rules }) => Object.keys(onRules(rules)));
    expect(inRooms.filter((rule) => !planted.has(shortName(rule)))).toEqual([]);
  });

  test('every border that a room names has its planted violation', () => {
    const unproven = lintConfig.overrides.flatMap(({ files, rules }) =>
      helpsOf(rules).flatMap((help) =>
        files
          .filter((glob) => !findings.some((finding) => finding.help === help && isInside(finding.file, glob)))
          .map((glob) => `${glob}: ${help}`),
      ),
    );
    expect(unproven).toEqual([]);
  });
});

describe('compiler', () => {
  let project: PlantedProject;
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    project = plantProject({ ...cleanFiles, ...textsOf(compilerPlants) });
    findings = await project.compile();
  });
  afterAll(() => project.remove());

  test.each(compilerPlants)('$rule for $file', ({ file, rule }) => {
    expect(rulesOn(file, findings)).toContain(rule);
  });

  test.each(Object.keys(cleanFiles))('no error in %s', (file) => {
    expect(rulesOn(file, findings)).toEqual([]);
  });
});

function textsOf(plants: readonly Plant[]): Readonly<Record<string, string>> {
  return Object.fromEntries(plants.map(({ file, text }) => [file, text]));
}

function rulesOn(file: string, findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.filter((finding) => finding.file === file).map(({ rule }) => rule))];
}

function onRules(rules: Rules): Rules {
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== 'off'));
}

/** `typescript/no-explicit-any` → `no-explicit-any`. */
function shortName(rule: string): string {
  return rule.slice(rule.indexOf('/') + 1);
}

/** The sentences that the borders of one override say. */
function helpsOf(rules: Rules): readonly string[] {
  return [...JSON.stringify(rules).matchAll(/"message":"([^"]+)"/g)].map(([, help = '']) => help);
}

/** For the globs that `.oxlintrc.json` uses: a folder, at most one `*` level, everything below. */
function isInside(file: string, glob: string): boolean {
  const pattern = glob
    .replaceAll('.', '\\.')
    .replaceAll('**', '.+')
    .replaceAll(/(?<!\.)\*/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(file);
}
