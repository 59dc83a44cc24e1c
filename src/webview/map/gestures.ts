/** What the pointer and the keyboard do on the map. Points and moves are in pixels from its top left. */
export interface Gestures {
  pan(dx: number, dy: number): void;
  zoom(point: readonly [number, number] | undefined, factor: number): void;
  reset(): void;
  /** Where the pointer rests; nowhere when it left. */
  point(point: readonly [number, number] | undefined): void;
  click(point: readonly [number, number]): void;
  /** The line of the lasso so far, x and y by turns; with `done` it is closed. */
  lasso(line: readonly number[], done: boolean): void;
  /** Whether the next drag is a lasso without Shift. */
  isLassoOn(): boolean;
  cancel(): void;
}

const arrowStep = 60;
const keyFactor = 1.4;
/** A press that moves less is a click. */
const clickReach = 4;

/** Listens on the element that the map is drawn in, until the page ends. */
export function listenToGestures(element: HTMLElement, gestures: Gestures): void {
  listenToPointers(element, gestures);
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      // A pinch on a touch pad comes as a wheel with Ctrl, in small steps.
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 30;
      const strength = event.ctrlKey ? 0.01 : 0.0018;
      gestures.zoom(pointOf(element, event), Math.exp(-Math.max(-300, Math.min(300, pixels)) * strength));
    },
    { passive: false },
  );
  const keys = keysOf(gestures);
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys.get(event.key);
    if (act === undefined) return;
    act();
    event.preventDefault();
  });
}

function keysOf(gestures: Gestures): ReadonlyMap<string, () => void> {
  const zoomIn = (): void => gestures.zoom(undefined, keyFactor);
  return new Map([
    ['ArrowLeft', () => gestures.pan(arrowStep, 0)],
    ['ArrowRight', () => gestures.pan(-arrowStep, 0)],
    ['ArrowUp', () => gestures.pan(0, arrowStep)],
    ['ArrowDown', () => gestures.pan(0, -arrowStep)],
    ['+', zoomIn],
    ['=', zoomIn],
    ['-', () => gestures.zoom(undefined, 1 / keyFactor)],
    ['0', () => gestures.reset()],
    ['Escape', () => gestures.cancel()],
  ]);
}

function pointOf(element: HTMLElement, event: MouseEvent): [number, number] {
  const { left, top } = element.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

/** A drag, a lasso, or two fingers. */
function listenToPointers(element: HTMLElement, gestures: Gestures): void {
  const down = new Map<number, [number, number]>();
  let line: number[] | undefined;
  let start: readonly [number, number] = [0, 0];
  let hasMoved = false;
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button') !== null)) return;
    const point = pointOf(element, event);
    element.setPointerCapture(event.pointerId);
    down.set(event.pointerId, point);
    if (down.size > 1) line = undefined;
    else if (event.shiftKey || gestures.isLassoOn()) line = [...point];
    [start, hasMoved] = [point, down.size > 1];
  });
  element.addEventListener('pointermove', (event) => {
    const point = pointOf(element, event);
    const before = down.get(event.pointerId);
    if (before === undefined) {
      gestures.point(point);
      return;
    }
    hasMoved ||= Math.hypot(point[0] - start[0], point[1] - start[1]) > clickReach;
    if (line !== undefined) {
      line.push(...point);
      gestures.lasso(line, false);
    } else if (down.size === 2) pinch(down, event.pointerId, point, gestures);
    else if (hasMoved) gestures.pan(point[0] - before[0], point[1] - before[1]);
    if (hasMoved) down.set(event.pointerId, point);
  });
  const up = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId)) return;
    if (line !== undefined) gestures.lasso(hasMoved && event.type === 'pointerup' ? line : [], true);
    else if (!hasMoved && event.type === 'pointerup') gestures.click(pointOf(element, event));
    line = undefined;
  };
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('pointerleave', () => gestures.point(undefined));
}

function pinch(
  down: ReadonlyMap<number, [number, number]>,
  moving: number,
  to: readonly [number, number],
  gestures: Gestures,
): void {
  const from = down.get(moving) ?? to;
  const [other = from] = [...down].filter(([id]) => id !== moving).map(([, point]) => point);
  const before = Math.hypot(from[0] - other[0], from[1] - other[1]);
  const after = Math.hypot(to[0] - other[0], to[1] - other[1]);
  if (before > 1) gestures.zoom([(to[0] + other[0]) / 2, (to[1] + other[1]) / 2], after / before);
  gestures.pan((to[0] - from[0]) / 2, (to[1] - from[1]) / 2);
}
