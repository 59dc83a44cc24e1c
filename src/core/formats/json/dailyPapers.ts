import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PaperRecord } from '../../paper.ts';
import { isoDate } from '../../text/isoDate.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { listOf, member, textOf } from './jsonValues.ts';
import { looksLikeJson, readJson, sampleItems } from './readJson.ts';

const arxivId = /^\d{4}\.\d{4,5}(?:v\d+)?$/;
const kept = ['upvotes', 'githubRepo', 'githubStars', 'projectPage', 'ai_summary', 'submittedOnDailyAt'];

/**
 * Hugging Face: `/api/daily_papers`, `/api/papers/…` and their searches. Keywords are the API's own; authors it
 * hides are authors. The summary by a model (`ai_summary`) is no abstract, who submitted the paper no author.
 */
export const dailyPapers: PaperFormat = {
  id: 'dailyPapers',
  label: 'daily papers',
  detect(_name, head) {
    if (!looksLikeJson(head)) return 0;
    const { items, keys } = sampleItems(head);
    if (items.some(isDaily)) return 0.95;
    return items.length === 0 && keys.has('paper') && keys.has('submittedOnDailyAt') ? 0.9 : 0;
  },
  parse: (text) => readJson(text, dailyRecord, []),
};

function isDaily(item: object): boolean {
  const paper = member(item, 'paper') ?? item;
  return (
    arxivId.test(textOf(member(paper, 'id'))) &&
    member(paper, 'title') !== undefined &&
    member(paper, 'summary') !== undefined
  );
}

function dailyRecord(item: object, range: Range): PaperRecord | undefined {
  const inner = member(item, 'paper');
  const text = (name: string): string => textOf(member(inner, name)) || textOf(member(item, name));
  const list = (name: string): readonly unknown[] => [...listOf(member(inner, name)), ...listOf(member(item, name))];
  const draft = new RecordDraft();
  draft.title = plainLine(text('title'));
  draft.abstract = plainParagraphs(text('summary'));
  draft.type = 'article';
  const names = list('authors').map((author) => plainLine(textOf(member(author, 'name')) || textOf(author)));
  draft.names('author', names.filter((name) => name !== '').map(parsePlainName));
  draft.issued(isoDate(text('publishedAt')));
  draft.arxiv(text('id'));
  draft.keywords(list('ai_keywords').map(textOf));
  for (const name of kept) draft.other(name, plainLine(text(name)));
  const organization = member(inner, 'organization') ?? member(item, 'organization');
  draft.other(
    'organization',
    plainLine(textOf(member(organization, 'fullname')) || textOf(member(organization, 'name'))),
  );
  return draft.build(range);
}
