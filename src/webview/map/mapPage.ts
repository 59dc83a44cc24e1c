import type { ThemeMap } from '../../core/themeMap/themeMap.ts';
import { mapLimits } from '../../protocol/parseMapMessage.ts';
import type { MapSavedState, MapSelection, PictureFormat, ToMap } from '../../protocol/mapMessages.ts';
import { element } from '../dom.ts';
import { pngOf, svgOf } from './exportPicture.ts';
import { listenToGestures } from './gestures.ts';
import { HoverCard } from './hoverCard.ts';
import { lookOf, watchLook, type PageLook } from './look.ts';
import type { MapApi } from './mapApi.ts';
import { MapStage } from './mapStage.ts';
import { colourNumbers, restColour, themeColour } from './palette.ts';
import { PaperList } from './paperList.ts';
import { SelectionBar } from './selectionBar.ts';
import { Toolbar } from './toolbar.ts';

const howTo =
  'Arrow keys move the map, plus and minus zoom, 0 shows all of it. Tab goes to the names of the themes; the list has the same papers.';
const keepMilliseconds = 200;
const mostKnown = 2_000;

type KnownPaper = Extract<ToMap, { type: 'paper' }>;

/** The whole page: what is shown, selected and kept, and who is told of it. */
export class MapPage {
  readonly #api: MapApi;
  readonly #root: HTMLElement;
  readonly #stage: MapStage;
  readonly #toolbar: Toolbar;
  readonly #bar: SelectionBar;
  readonly #list: PaperList;
  readonly #card = new HoverCard();
  readonly #message = element('p', { attributes: { class: 'message', role: 'status' } }, 'Drawing the map…');
  readonly #canvasFocus: HTMLElement;
  #look: PageLook;
  #map: ThemeMap | undefined;
  #dots: ReadonlyMap<string, number> = new Map();
  #state: MapSavedState;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #isLassoOn = false;
  #hovered: { readonly key: string; readonly point: readonly [number, number] } | undefined;
  #known = new Map<string, KnownPaper>();
  #reading: string | undefined;

  constructor(api: MapApi, root: HTMLElement, saved: MapSavedState | undefined) {
    this.#api = api;
    this.#root = root;
    this.#state = saved ?? { colours: [], selection: { kind: 'none' }, list: false };
    this.#look = lookOf(root);
    this.#stage = new MapStage({
      look: () => this.#look,
      pick: (theme) => this.#select({ kind: 'theme', theme }),
      onCamera: (camera) => this.#keep({ camera }),
    });
    this.#stage.restore(this.#state.camera);
    this.#canvasFocus = this.#stage.element;
    this.#toolbar = new Toolbar({
      zoom: (factor) => this.#stage.zoom(undefined, factor),
      reset: () => this.#stage.reset(),
      toggleLasso: () => this.#setLasso(!this.#isLassoOn),
      toggleList: () => this.#showList(!this.#state.list),
      save: (format) => this.#save(format),
    });
    this.#bar = new SelectionBar({ filter: () => this.#filter(), clear: () => this.#select({ kind: 'none' }) });
    this.#list = new PaperList({
      ask: (theme, from) => api.post({ type: 'rows', theme, from }),
      open: (key) => api.post({ type: 'open', key }),
      select: (theme) => this.#select({ kind: 'theme', theme }),
    });
    this.#build();
    this.#listen();
  }

  #build(): void {
    const stage = this.#canvasFocus;
    stage.tabIndex = 0;
    stage.setAttribute('role', 'application');
    stage.setAttribute('aria-label', 'Theme map');
    stage.setAttribute('aria-describedby', 'how-to');
    stage.append(this.#card.element, this.#message);
    const head = element('h1', { attributes: { class: 'for-readers' } }, 'Theme map');
    const help = element('p', { attributes: { id: 'how-to', class: 'for-readers' } }, howTo);
    const parts = [head, help, this.#toolbar.element, stage, this.#list.element, this.#bar.element];
    this.#root.replaceChildren(element('main', {}, ...parts));
    this.#showList(this.#state.list);
  }

  #listen(): void {
    listenToGestures(this.#canvasFocus, {
      pan: (dx, dy) => this.#stage.pan(dx, dy),
      zoom: (point, factor) => this.#stage.zoom(point, factor),
      reset: () => this.#stage.reset(),
      point: (point) => this.#hover(point),
      click: (point) => this.#click(point),
      lasso: (line, done) => this.#lasso(line, done),
      isLassoOn: () => this.#isLassoOn,
      cancel: () => (this.#isLassoOn ? this.#setLasso(false) : this.#select({ kind: 'none' })),
    });
    watchLook(() => {
      this.#look = lookOf(this.#root);
      if (this.#map !== undefined) this.#draw(this.#map);
    });
  }

  /** Takes a message of the host. */
  receive(message: ToMap): void {
    switch (message.type) {
      case 'show':
        return this.#show(message.map);
      case 'paper':
        if (this.#known.size >= mostKnown) this.#known.clear();
        this.#known.set(message.key, message);
        return this.#showCard();
      case 'rows':
        return this.#list.addRows(message);
      case 'titles':
        return this.#saveSvg(new Map(message.titles));
      case 'reading':
        this.#reading = message.key;
        return this.#stage.setMarks({ reading: this.#dotOf(message.key) });
      case 'pick':
        this.#select({ kind: 'theme', theme: message.theme });
        return this.#stage.showDots([...this.#selectedDots()]);
      case 'failed':
        return this.#say(message.message);
    }
  }

  #show(map: ThemeMap): void {
    this.#map = map;
    this.#dots = new Map(map.keys.map((key, dot) => [key, dot]));
    this.#known = new Map();
    this.#say(map.keys.length === 0 ? 'No papers to draw yet.' : '');
    const ids = map.themes.filter(({ isRest }) => !isRest).map(({ id }) => id);
    this.#keep({ colours: colourNumbers(ids, this.#state.colours) });
    this.#draw(map);
    const papers = map.keys.length === 1 ? '1 paper' : `${map.keys.length.toLocaleString('en')} papers`;
    this.#canvasFocus.setAttribute('aria-label', `Theme map: ${papers} in ${String(ids.length)} themes`);
    this.#select(this.#state.selection);
    this.#stage.setMarks({ reading: this.#dotOf(this.#reading), hovered: undefined });
    this.#hover(undefined);
  }

  #draw(map: ThemeMap): void {
    const numbers = new Map(this.#state.colours.map((id, number) => [id, number]));
    const colours = map.themes.map(({ id, isRest }) => {
      if (this.#look.isForced) return this.#look.foreground;
      return isRest ? restColour(this.#look) : themeColour(numbers.get(id) ?? 0, this.#look);
    });
    this.#stage.setMap(map, colours);
    this.#list.setMap(map, colours);
  }

  #say(text: string): void {
    this.#message.textContent = text;
    this.#message.hidden = text === '';
  }

  #dotOf(key: string | undefined): number | undefined {
    return key === undefined ? undefined : this.#dots.get(key);
  }

  #keep(change: Partial<MapSavedState>): void {
    this.#state = { ...this.#state, ...change };
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.flush(), keepMilliseconds);
  }

  /** Keeps what is to outlive the page, at once. */
  flush(): void {
    clearTimeout(this.#keeping);
    this.#api.setState(this.#state);
  }

  #setLasso(isOn: boolean): void {
    this.#isLassoOn = isOn;
    this.#canvasFocus.classList.toggle('lasso', isOn);
    this.#toolbar.show({ lasso: isOn, list: this.#state.list });
    if (!isOn) this.#stage.setMarks({ lasso: [] });
  }

  #showList(isShown: boolean): void {
    if (isShown !== this.#state.list) this.#keep({ list: isShown });
    this.#root.classList.toggle('as-list', isShown);
    this.#list.show(isShown);
    this.#toolbar.show({ lasso: this.#isLassoOn, list: isShown });
  }

  #lasso(line: readonly number[], done: boolean): void {
    this.#stage.setMarks({ lasso: done ? [] : line });
    if (!done || this.#map === undefined) return;
    const keys = this.#stage.dotsIn(line).flatMap((dot) => this.#map?.keys[dot] ?? []);
    this.#setLasso(false);
    this.#select(keys.length === 0 ? { kind: 'none' } : { kind: 'papers', keys: keys.slice(0, mapLimits.selected) });
  }

  #selectedDots(): ReadonlySet<number> {
    const { selection } = this.#state;
    const map = this.#map;
    if (map === undefined || selection.kind === 'none') return new Set();
    if (selection.kind === 'papers') return new Set(selection.keys.flatMap((key) => this.#dots.get(key) ?? []));
    const part = map.parts.findIndex(({ id }) => id === selection.theme);
    const theme = map.themes.findIndex(({ id }) => id === selection.theme);
    const [groupOf, group] = theme < 0 && part >= 0 ? [map.partOf, part] : [map.themeOf, theme];
    return new Set([...groupOf.keys()].filter((dot) => groupOf[dot] === group));
  }

  /** What went with the library is no longer selected. */
  #select(selection: MapSelection): void {
    this.#keep({ selection });
    const map = this.#map;
    if (map === undefined) return;
    const dots = this.#selectedDots();
    if (selection.kind === 'none' || dots.size === 0) {
      this.#keep({ selection: { kind: 'none' } });
      this.#stage.setMarks({ selected: undefined });
      this.#bar.show(undefined);
      return;
    }
    const selected = new Uint8Array(map.keys.length);
    for (const dot of dots) selected[dot] = 1;
    this.#stage.setMarks({ selected });
    this.#bar.show({ count: dots.size, name: selection.kind === 'theme' ? this.#nameOf(selection.theme) : undefined });
  }

  #nameOf(theme: string): string | undefined {
    const { themes = [], parts = [] } = this.#map ?? {};
    return [...themes, ...parts].find(({ id }) => id === theme)?.label;
  }

  /** A part has no name that a query could find it by. */
  #filter(): void {
    const { selection } = this.#state;
    const isTheme = selection.kind === 'theme' && this.#map?.themes.some(({ id }) => id === selection.theme) === true;
    const keys = [...this.#selectedDots()].flatMap((dot) => this.#map?.keys[dot] ?? []);
    if (isTheme) this.#api.post({ type: 'filterTheme', theme: selection.theme });
    else if (keys.length > 0) this.#api.post({ type: 'filterPapers', keys: keys.slice(0, mapLimits.selected) });
  }

  #hover(point: readonly [number, number] | undefined): void {
    const dot = point === undefined ? undefined : this.#stage.dotAt(point);
    const key = dot === undefined ? undefined : this.#map?.keys[dot];
    if (key === this.#hovered?.key) return;
    this.#hovered = key === undefined || point === undefined ? undefined : { key, point };
    this.#canvasFocus.classList.toggle('pointing', key !== undefined);
    this.#stage.setMarks({ hovered: dot });
    this.#card.hide();
    if (key === undefined) return;
    if (this.#known.has(key)) this.#showCard();
    else this.#api.post({ type: 'ask', key });
  }

  #showCard(): void {
    const hovered = this.#hovered;
    const paper = hovered === undefined ? undefined : this.#known.get(hovered.key);
    const dot = this.#dotOf(paper?.key);
    if (hovered === undefined || paper === undefined || dot === undefined) return;
    const theme = this.#map?.themes[this.#map.themeOf[dot] ?? 0]?.label ?? '';
    this.#card.show({ ...paper, year: paper.year, theme }, hovered.point, this.#stage.size);
  }

  #click(point: readonly [number, number]): void {
    const dot = this.#stage.dotAt(point);
    const key = dot === undefined ? undefined : this.#map?.keys[dot];
    if (key !== undefined) this.#api.post({ type: 'open', key });
  }

  /** An SVG has the titles, which the host knows; a PNG has what is seen. */
  #save(format: PictureFormat): void {
    if (format === 'svg') this.#api.post({ type: 'titles' });
    else void this.#savePng();
  }

  #saveSvg(titles: ReadonlyMap<string, string>): void {
    const { scene } = this.#stage;
    if (scene === undefined) return;
    const text = svgOf(scene, this.#stage.placedLabels, { font: this.#look.font, titles });
    this.#api.post({ type: 'save', format: 'svg', text });
  }

  async #savePng(): Promise<void> {
    const { scene } = this.#stage;
    const bytes = scene === undefined ? undefined : await pngOf(scene, this.#stage.placedLabels, this.#look.font);
    if (bytes !== undefined) this.#api.post({ type: 'save', format: 'png', bytes });
  }
}
