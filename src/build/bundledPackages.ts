/** What is read of a metafile of esbuild: for each file that it made, what each source gave to it. */
export interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

/** A folder of an installed package at the beginning of a path, also of one that is installed inside another package. */
const packageFolder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** The folders of the packages of which something is in a bundle, as the metafiles write them, sorted and each once. */
export function bundledPackages(metafiles: readonly Metafile[]): readonly string[] {
  const sources = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([source]) => source);
  return [...new Set(sources.flatMap((source) => packageFolder.exec(source) ?? []))].toSorted();
}
