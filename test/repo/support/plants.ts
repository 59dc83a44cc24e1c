/** A file that breaks one rule. */
export interface Plant {
  readonly file: string;
  readonly text: string;
  /** The rule that must fire on it. */
  readonly rule: string;
}

function breaking(rule: string, file: string, text: string): Plant {
  return { rule, file, text };
}

function importing(file: string, specifier: string): Plant {
  return breaking(
    'no-restricted-imports',
    file,
    `import * as planted from '${specifier}';\nexport const used = planted;\n`,
  );
}

/** Imports across the borders of rooms, which the linter must find. */
export const importPlants: readonly Plant[] = [
  importing('src/core/vscodeImport.ts', 'vscode'),
  importing('src/core/nodeImport.ts', 'node:fs'),
  importing('src/core/library/hostImport.ts', '../../host/target.ts'),
  importing('src/core/engineImport.ts', '../engine/target.ts'),
  importing('src/core/webviewImport.ts', '../webview/target.ts'),
  importing('src/core/protocolImport.ts', '../protocol/target.ts'),
  breaking('no-restricted-imports', 'src/core/typeImport.ts', `export type { Target } from '../host/target.ts';\n`),
  importing('src/protocol/vscodeImport.ts', 'vscode'),
  importing('src/protocol/nodeImport.ts', 'node:fs'),
  importing('src/protocol/hostImport.ts', '../host/target.ts'),
  importing('src/protocol/engineImport.ts', '../engine/target.ts'),
  importing('src/protocol/webviewImport.ts', '../webview/target.ts'),
  importing('src/engine/vscodeImport.ts', 'vscode'),
  importing('src/engine/nodeImport.ts', 'node:worker_threads'),
  importing('src/engine/hostImport.ts', '../host/target.ts'),
  importing('src/engine/webviewImport.ts', '../webview/target.ts'),
  importing('src/engine/node/vscodeImport.ts', 'vscode'),
  importing('src/engine/node/hostImport.ts', '../../host/target.ts'),
  importing('src/engine/node/webviewImport.ts', '../../webview/target.ts'),
  importing('src/webview/vscodeImport.ts', 'vscode'),
  importing('src/webview/nodeImport.ts', 'node:fs'),
  importing('src/webview/hostImport.ts', '../host/target.ts'),
  importing('src/webview/engineImport.ts', '../engine/target.ts'),
  importing('src/host/nodeImport.ts', 'node:fs'),
  importing('src/host/webviewImport.ts', '../webview/target.ts'),
  importing('src/host/engineInternals.ts', '../engine/localEngine.ts'),
  importing('src/host/adapters/engineWorker.ts', '../../engine/node/worker.ts'),
  importing('src/host/node/webviewImport.ts', '../../webview/target.ts'),
  importing('src/host/web/webviewImport.ts', '../../webview/target.ts'),
  importing('src/host/web/nodeImport.ts', 'node:fs'),
  importing('src/host/web/nodePlatformImport.ts', '../node/nodePlatform.ts'),
  importing('src/host/web/workerThreadImport.ts', '../../engine/node/startWorkerEngine.ts'),
  importing('src/host/features/one/otherFeature.ts', '../two/two.ts'),
  importing('src/host/features/one/otherFeatureByRoot.ts', '../../features/two/two.ts'),
  importing('src/host/features/one/nodeImport.ts', 'node:fs'),
  importing('src/host/features/one/webviewImport.ts', '../../../webview/target.ts'),
  importing('src/host/features/one/engineInternals.ts', '../../../engine/localEngine.ts'),
];

const forbiddenInCore = 'Date setTimeout setInterval setImmediate queueMicrotask performance fetch process'.split(' ');
/** What draws links or icons in texts that it is given. */
const unsaidWindowCalls = [
  'showInformationMessage',
  'showWarningMessage',
  'showErrorMessage',
  'setStatusBarMessage',
  'withProgress',
  'showQuickPick',
  'createQuickPick',
  'showInputBox',
  'createInputBox',
];
const window = `import { window } from 'vscode';\n`;
const html = `document.createElement('p')`;

/** Surroundings that a room must not use, which the linter must find. */
export const surroundingsPlants: readonly Plant[] = [
  ...forbiddenInCore.map((name) =>
    breaking('no-restricted-globals', `src/core/global${name}.ts`, `export const used = ${name};\n`),
  ),
  breaking('no-restricted-properties', 'src/core/randomNumber.ts', 'export const used = Math.random();\n'),
  ...unsaidWindowCalls.map((name) =>
    breaking('no-restricted-properties', `src/host/${name}.ts`, `${window}export const used = window.${name};\n`),
  ),
  breaking('no-restricted-properties', 'src/webview/innerHtml.ts', `${html}.innerHTML = '<b>';\n`),
  breaking('no-restricted-properties', 'src/webview/outerHtml.ts', `${html}.outerHTML = '<b>';\n`),
  breaking(
    'no-restricted-properties',
    'src/webview/insertHtml.ts',
    `${html}.insertAdjacentHTML('beforeend', '<b>');\n`,
  ),
];

const longBody = Array.from({ length: 62 }, (_, line) => `  values.push(${String(line)});`).join('\n');
const manyLines = Array.from({ length: 301 }, (_, line) => `export const value${String(line)} = ${String(line)};`);
const promise = 'async function work(): Promise<void> {\n  await Promise.resolve();\n}\n';

/** Ways of writing that no room may have, which the linter must find. */
export const stylePlants: readonly Plant[] = [
  breaking('no-explicit-any', 'src/core/anyType.ts', 'export const nothing: any = 1;\n'),
  breaking(
    'no-unsafe-assignment',
    'src/core/unsafeAssignment.ts',
    `export const data: unknown[] = [];\nexport const value = JSON.parse('1');\n`,
  ),
  breaking('no-unsafe-member-access', 'src/core/unsafeMember.ts', `export const value: unknown = JSON.parse('1').a;\n`),
  breaking(
    'no-unsafe-return',
    'src/core/unsafeReturn.ts',
    `export function value(): string {\n  return JSON.parse('1');\n}\n`,
  ),
  breaking('no-unsafe-argument', 'src/core/unsafeArgument.ts', `export const value = Math.abs(JSON.parse('1'));\n`),
  breaking('no-unsafe-call', 'src/core/unsafeCall.ts', `export const value: unknown = JSON.parse('1')();\n`),
  breaking(
    'no-non-null-assertion',
    'src/core/nonNull.ts',
    `export const first = (texts: string[]): string => texts[0]!;\n`,
  ),
  breaking(
    'no-unnecessary-condition',
    'src/core/needlessCondition.ts',
    `export const size = (text: string): number => text?.length;\n`,
  ),
  breaking(
    'no-floating-promises',
    'src/host/floatingPromise.ts',
    `${promise}export function run(): void {\n  work();\n}\n`,
  ),
  breaking(
    'no-misused-promises',
    'src/host/misusedPromise.ts',
    `${promise}export function run(): void {\n  [1].forEach(async () => work());\n}\n`,
  ),
  breaking(
    'switch-exhaustiveness-check',
    'src/core/missingCase.ts',
    `export function name(kind: 'a' | 'b'): string {\n  let text = '';\n  switch (kind) {\n    case 'a':\n      text = 'A';\n  }\n  return text;\n}\n`,
  ),
  breaking(
    'consistent-type-imports',
    'src/core/typeAsValue.ts',
    `import { Clean } from './clean.ts';\nexport const clean: Clean = { text: '' };\n`,
  ),
  breaking('only-throw-error', 'src/host/thrownText.ts', `export function fail(): never {\n  throw 'no';\n}\n`),
  breaking(
    'no-cycle',
    'src/core/cycleOne.ts',
    `import { two } from './cycleTwo.ts';\nexport const one = (): number => two();\n`,
  ),
  breaking(
    'no-cycle',
    'src/core/cycleTwo.ts',
    `import { one } from './cycleOne.ts';\nexport const two = (): number => one();\n`,
  ),
  breaking('no-default-export', 'src/core/defaultExport.ts', 'export default 1;\n'),
  breaking(
    'no-barrel-file',
    'src/core/barrel.ts',
    `export { clean } from './clean.ts';\nexport * from './clean.ts';\n`,
  ),
  breaking('filename-case', 'src/core/kebab-case.ts', 'export const value = 1;\n'),
  breaking('filename-case', 'src/host/PascalCase.ts', 'export const value = 1;\n'),
  breaking('max-lines', 'src/core/longFile.ts', `${manyLines.join('\n')}\n`),
  breaking(
    'max-lines-per-function',
    'src/core/longFunction.ts',
    `export function fill(values: number[]): void {\n${longBody}\n}\n`,
  ),
  breaking(
    'max-params',
    'src/core/manyParameters.ts',
    'export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;\n',
  ),
  breaking('no-console', 'src/host/consoleCall.ts', `console.log('hello');\n`),
  breaking('no-eval', 'src/host/evalCall.ts', `export const value: unknown = eval('1');\n`),
  breaking('no-new-func', 'src/host/newFunction.ts', `export const value: unknown = new Function('return 1');\n`),
  breaking('eqeqeq', 'src/core/looseEquality.ts', `export const same = (a: string, b: string): boolean => a == b;\n`),
];

/** What a room's compiler settings must refuse. The rule is the compiler's error. */
export const compilerPlants: readonly Plant[] = [
  breaking('TS2584', 'src/core/usesDocument.ts', 'export const used = document.title;\n'),
  breaking('TS2304', 'src/core/usesWindow.ts', 'export const used = window;\n'),
  breaking('TS2591', 'src/core/usesProcess.ts', 'export const used = process.pid;\n'),
  breaking(
    'TS2591',
    'src/core/usesNode.ts',
    `import { readFileSync } from 'node:fs';\nexport const used = readFileSync;\n`,
  ),
  breaking(
    'TS2591',
    'src/core/usesBareNode.ts',
    `import { readFileSync } from 'fs';\nexport const used = readFileSync;\n`,
  ),
  breaking('TS2591', 'src/core/usesNodeLazily.ts', `export const used = import('node:fs');\n`),
  breaking('TS2304', 'src/core/usesTimer.ts', 'export const used = setTimeout(() => undefined, 1);\n'),
  breaking('TS2304', 'src/core/usesNetwork.ts', `export const used = fetch('https://example.org');\n`),
  breaking('TS2584', 'src/core/usesConsole.ts', `console.log('x');\n`),
  breaking('TS2584', 'src/protocol/usesDocument.ts', 'export const used = document.title;\n'),
  breaking('TS2591', 'src/protocol/usesProcess.ts', 'export const used = process.pid;\n'),
  breaking('TS2584', 'src/engine/usesDocument.ts', 'export const used = document.title;\n'),
  breaking('TS2591', 'src/engine/usesProcess.ts', 'export const used = process.pid;\n'),
  breaking(
    'TS2591',
    'src/engine/usesBareNode.ts',
    `import { Worker } from 'worker_threads';\nexport const used = Worker;\n`,
  ),
  breaking('TS2584', 'src/engine/node/usesDocument.ts', 'export const used = document.title;\n'),
  breaking('TS2584', 'src/host/usesDocument.ts', 'export const used = document.title;\n'),
  breaking('TS2591', 'src/host/usesProcess.ts', 'export const used = process.pid;\n'),
  breaking(
    'TS2591',
    'src/host/usesBareNode.ts',
    `import { readFileSync } from 'fs';\nexport const used = readFileSync;\n`,
  ),
  breaking('TS2591', 'src/host/usesNodeLazily.ts', `export const used = import('node:fs');\n`),
  breaking('TS2584', 'src/host/node/usesDocument.ts', 'export const used = document.title;\n'),
  breaking('TS6307', 'src/core/importsHostLazily.ts', `export const used = import('../host/alone.ts');\n`),
  breaking('TS6307', 'src/host/importsWebviewLazily.ts', `export const used = import('../webview/alone.ts');\n`),
  breaking('TS6307', 'src/webview/importsHostLazily.ts', `export const used = import('../host/alone.ts');\n`),
  breaking('TS2591', 'src/webview/usesProcess.ts', 'export const used = process.pid;\n'),
  breaking(
    'TS2591',
    'src/webview/usesBareNode.ts',
    `import { readFileSync } from 'fs';\nexport const used = readFileSync;\n`,
  ),
];

/** What the rooms may do: neither linter nor compiler may say a word about these. */
export const cleanFiles: Readonly<Record<string, string>> = {
  'src/core/clean.ts': `export interface Clean {\n  readonly text: string;\n}\n\nexport const clean = (text: string): Clean => ({ text });\n`,
  'src/core/library/usesCore.ts': `import type { Clean } from '../clean.ts';\nimport { clean } from '../clean.ts';\n\nexport const used: Clean = clean('x');\n`,
  'src/protocol/usesCore.ts': `import type { Clean } from '../core/clean.ts';\n\nexport type Message = { readonly clean: Clean };\n`,
  'src/engine/paperEngine.ts': `import type { Clean } from '../core/clean.ts';\nimport type { Message } from '../protocol/usesCore.ts';\n\nexport interface Engine {\n  ask(message: Message): Promise<Clean>;\n}\n`,
  'src/engine/node/usesNode.ts': `import { parentPort } from 'node:worker_threads';\nimport type { Engine } from '../paperEngine.ts';\n\nexport const start = (engine: Engine): unknown => [parentPort, engine];\n`,
  'src/webview/usesDom.ts': `import type { Message } from '../protocol/usesCore.ts';\n\nexport function show(message: Message): void {\n  document.body.textContent = message.clean.text;\n}\n`,
  'src/webview/alone.ts': `export const alone = 1;\n`,
  'src/host/alone.ts': `export const alone = 1;\n`,
  'src/host/usesVscode.ts': `import * as vscode from 'vscode';\nimport type { Engine } from '../engine/paperEngine.ts';\nimport type { Message } from '../protocol/usesCore.ts';\n\nexport async function say(engine: Engine, message: Message): Promise<void> {\n  const { text } = await engine.ask(message);\n  await vscode.env.clipboard.writeText(text);\n}\n`,
  'src/host/ui/messages.ts': `import * as vscode from 'vscode';\n\nexport const show = vscode.window.showInformationMessage;\n`,
  'src/host/node/usesNode.ts': `import { readFileSync } from 'node:fs';\nimport { start } from '../../engine/node/usesNode.ts';\n\nexport const read = (path: string): string => readFileSync(path, 'utf8');\nexport const begin = start;\n`,
  'src/host/features/one/own.ts': `export const own = 1;\n`,
  'src/host/features/one/one.ts': `import { say } from '../../usesVscode.ts';\nimport { own } from './own.ts';\n\nexport const one = [say, own];\n`,
  'src/host/features/index.ts': `import { one } from './one/one.ts';\n\nexport const features = [one];\n`,
  'test/unit/clean.test.ts': `console.log('a test may say what it does');\n`,
};
