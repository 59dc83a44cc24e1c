import * as vscode from 'vscode';
import { citationLinks as linksIn } from '../../../core/citations/citationLinks.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { rangeIn } from '../../documentCitations.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import type { Feature, Services } from '../../services.ts';
import { PaperAddresses } from './paperAddresses.ts';

/**
 * What stands before the key of a citation leads to the paper's DOI or arXiv page, and so do identifiers in what is said
 * around keys. The key itself is left to "Go to Definition", which the same click would also do.
 */
export const citationLinks: Feature = {
  name: 'citation links',
  register(services) {
    const store = new DisposableStore();
    const addresses = store.add(new PaperAddresses(services.library));
    const provider: vscode.DocumentLinkProvider = {
      provideDocumentLinks: (document, token) =>
        answerQuietly(services, 'link citations', () => linksOf(services, addresses, document, token)),
    };
    store.add(
      services.citations.register((selector) => vscode.languages.registerDocumentLinkProvider(selector, provider)),
    );
    return store;
  },
};

async function linksOf(
  { citations, settings }: Services,
  addresses: PaperAddresses,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentLink[] | undefined> {
  const scanned = settings.current.linksCitations ? await citations.of(document) : undefined;
  if (scanned === undefined) return undefined;
  const { version } = document;
  const places = linksIn(scanned.text, scanned.scan);
  const known = await addresses.of(places.flatMap(({ key }) => key ?? []));
  if (token.isCancellationRequested || document.version !== version) return undefined;
  return places.flatMap(({ range, key, url }) => {
    const address = (key === undefined ? undefined : known.get(key)) ?? url;
    if (address === undefined) return [];
    const target = vscode.Uri.parse(address, true);
    const link = new vscode.DocumentLink(rangeIn(document, range), target);
    link.tooltip = plainMessage(`Open the paper at ${target.authority}`);
    return link;
  });
}
