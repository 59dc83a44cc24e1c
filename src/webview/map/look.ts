import type { Look } from './painter.ts';
import type { Ground } from './palette.ts';

/** The colours and fonts that VS Code's theme has just now. */
export interface PageLook extends Look, Ground {
  readonly font: string;
  /** The system's own colours are asked for: dots are drawn in one of them. */
  readonly isForced: boolean;
}

/** Reads the look of the page. */
export function lookOf(element: Element): PageLook {
  const style = getComputedStyle(element);
  const isForced = matchMedia('(forced-colors: active)').matches;
  const named = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  const background = isForced ? 'Canvas' : named('--vscode-editor-background', '#1f1f1f');
  const { classList } = document.body;
  return {
    background,
    foreground: isForced ? 'CanvasText' : named('--vscode-editor-foreground', '#cccccc'),
    focus: isForced ? 'Highlight' : named('--vscode-focusBorder', '#0078d4'),
    font: style.fontFamily,
    isLight: classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light'),
    isStrong: classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light'),
    isForced,
  };
}

/** Calls `listener` whenever the look may be another one. */
export function watchLook(listener: () => void): void {
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  watch.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  matchMedia('(forced-colors: active)').addEventListener('change', listener);
}
