import { isScalar } from 'yaml';
import { parseFrontMatter } from '../../../../src/core/bibliography/parseFrontMatter.ts';
import { resolved, valueOf } from '../../../../src/core/bibliography/yamlFields.ts';

/** The string value of a top-level field, such as `citekey`; `undefined` when there is none or it is no scalar. */
export function frontMatterField(text: string, name: string): string | undefined {
  const parsed = parseFrontMatter(text);
  if (parsed === undefined || 'code' in parsed) return undefined;
  const value = resolved(parsed, valueOf(parsed, name));
  if (!isScalar(value) || value.value === null) return undefined;
  return typeof value.value === 'string' ? value.value : value.source;
}
