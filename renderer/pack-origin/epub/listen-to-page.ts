/** What a person does on a page of a book to go on or back, or to follow a link. */
export type PageGestures = { readonly turn: (way: 1 | -1) => void; readonly follow: (leads: string) => void };

/** A finger must go this far sideways, in CSS pixels, to turn a page; less is a tap. */
const SWIPE = 50;

/**
 * Listens to keys, swipes and links inside a chapter's document. The way on is where the writing goes: to the right in
 * English, to the left in Arabic.
 */
export function listenToPage(inside: Document, direction: 'ltr' | 'rtl', { turn, follow }: PageGestures): void {
  const onward = direction === 'rtl' ? -1 : 1;
  inside.addEventListener('keydown', (event) => {
    const way = turnOfKey(event, direction);
    if (way === 0) return;
    event.preventDefault();
    turn(way);
  });
  inside.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a');
    if (link === null || link === undefined) return;
    event.preventDefault();
    const leads = link.getAttribute('data-leads');
    if (leads !== null) follow(leads);
  });
  let startX: number | undefined;
  inside.addEventListener('touchstart', (event) => { startX = event.touches.length === 1 ? event.touches[0]?.clientX : undefined; }, { passive: true });
  inside.addEventListener('touchend', (event) => {
    const endX = event.changedTouches[0]?.clientX;
    if (startX === undefined || endX === undefined) return;
    const moved = (endX - startX) * onward;
    startX = undefined;
    if (Math.abs(moved) >= SWIPE) turn(moved < 0 ? 1 : -1);
  }, { passive: true });
  // A wheel or a finger must not move the columns half a page.
  inside.addEventListener('wheel', (event) => { event.preventDefault(); }, { passive: false });
}

/** Which way a key turns, 0 for none: arrows by the direction of the writing, Page Up and Down, space. */
export function turnOfKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>, direction: 'ltr' | 'rtl'): -1 | 0 | 1 {
  if (event.ctrlKey || event.altKey || event.metaKey) return 0;
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (event.key === forward || event.key === 'PageDown' || (event.key === ' ' && !event.shiftKey)) return 1;
  if (event.key === backward || event.key === 'PageUp' || (event.key === ' ' && event.shiftKey)) return -1;
  return 0;
}
