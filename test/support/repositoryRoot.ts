import path from 'node:path';

/** The top folder of the checkout. */
export const repositoryRoot = path.resolve(import.meta.dirname, '../..');

/** Where downloaded programs live: ignored by git, kept between runs, safe to delete. */
export const downloads = path.join(repositoryRoot, '.vscode-test');
