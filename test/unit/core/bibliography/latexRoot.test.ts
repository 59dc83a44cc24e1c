import { expect, test } from 'vitest';
import { latexRoot } from '../../../../src/core/bibliography/latexRoot.ts';

test.each([
  ['% !TEX root = ../main.tex\nText', '../main.tex'],
  ['\n%!TeX root=my thesis \r\nText', 'my thesis.tex'],
  ['\\documentclass[../main]{subfiles}', '../main.tex'],
  ['\\documentclass[12pt]{article}', undefined],
  ['% !TEX program = xelatex', undefined],
  ['Text', undefined],
])('%j names %j', (text, root) => {
  expect(latexRoot(text)).toBe(root);
});
