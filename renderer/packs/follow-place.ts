/** A part of the window in whole CSS pixels; no width and no height is nowhere. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where a view stands that must not be seen. */
const NOWHERE: Bounds = { x: 0, y: 0, width: 0, height: 0 };

/** Shares of width and height at which it is looked whether something of the page lies over the place. */
const LOOKED_AT = [0.25, 0.5, 0.75] as const;

/**
 * Keeps a native view where the page has its place for it. Such a view lies over the whole page: what the page moves, scrolls
 * or shows above the place, such as a dialogue, it cannot know of. `place` is called with the part that can be seen
 * whenever that changes, and with nowhere while something else lies over it. `placed` is where the view was opened: the
 * page may have moved since. Returns a function that stops it.
 */
export function followPlace(container: HTMLElement, placed: Bounds, place: (bounds: Bounds) => void): () => void {
  let last = JSON.stringify(placed);
  let asked: number | undefined;
  const look = (): void => {
    asked = undefined;
    const bounds = isCovered(container) ? NOWHERE : visibleBounds(container);
    const now = JSON.stringify(bounds);
    if (now === last) return;
    last = now;
    place(bounds);
  };
  const lookSoon = (): void => { asked ??= requestAnimationFrame(look); };
  const sizes = new ResizeObserver(lookSoon);
  sizes.observe(container);
  const changes = new MutationObserver(lookSoon);
  changes.observe(document.body, { childList: true, subtree: true, attributes: true });
  window.addEventListener('scroll', lookSoon, { capture: true, passive: true });
  window.addEventListener('resize', lookSoon);
  lookSoon();
  return () => {
    if (asked !== undefined) cancelAnimationFrame(asked);
    sizes.disconnect();
    changes.disconnect();
    window.removeEventListener('scroll', lookSoon, { capture: true });
    window.removeEventListener('resize', lookSoon);
  };
}

/** The part of an element that lies inside the window. */
export function visibleBounds(container: HTMLElement): Bounds {
  const box = container.getBoundingClientRect();
  const [x, y] = [Math.max(0, Math.round(box.left)), Math.max(0, Math.round(box.top))];
  return { x, y, width: Math.max(0, Math.min(Math.round(box.right), window.innerWidth) - x), height: Math.max(0, Math.min(Math.round(box.bottom), window.innerHeight) - y) };
}

/** True when another element lies over the middle of the place. A word at its edge, such as that something was saved, covers nothing. */
function isCovered(container: HTMLElement): boolean {
  const { x, y, width, height } = visibleBounds(container);
  if (width === 0 || height === 0) return true;
  return LOOKED_AT.some((across) =>
    LOOKED_AT.some((down) => {
      const above = document.elementFromPoint(x + width * across, y + height * down);
      return above !== null && !container.contains(above);
    }),
  );
}
