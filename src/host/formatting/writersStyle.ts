import type { Services } from '../services.ts';
import type { DocumentStyle } from './documentFormats.ts';

/** The style and language of the document that is written; `undefined` where none is, or one without citations. */
export async function writersStyle({
  lastEditor,
  citations,
  documentFormats,
}: Services): Promise<DocumentStyle | undefined> {
  const document = lastEditor.current?.document;
  if (document === undefined) return undefined;
  const text = document.getText();
  const syntax = citations.syntaxFor(document, text)?.id;
  return syntax === undefined ? undefined : documentFormats.styleOf({ uri: document.uri, text, syntax });
}
