import { WorkCard } from './workCard.ts';

// VS Code may load the scripts of a preview more than once into one page.
const started = 'papersidePreview';
if (document.documentElement.dataset[started] === undefined) {
  document.documentElement.dataset[started] = '';
  new WorkCard(document).start();
}
