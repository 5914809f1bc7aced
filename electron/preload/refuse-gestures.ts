/** Gestures that bring something in from outside the page, or carry it out. */
const REFUSED = ['dragstart', 'dragenter', 'dragover', 'drop', 'auxclick', 'contextmenu'] as const;

/**
 * Refuses them before the page sees them: a dropped file would open (security.md 5 B36), a middle click pastes what
 * another program selected (E72). The page moves things by buttons, which also work without a mouse.
 */
export function refuseGestures(target: Window): void {
  for (const name of REFUSED) target.addEventListener(name, refuse, { capture: true });
  // X11 pastes on the button going up, before `auxclick`.
  for (const name of ['mousedown', 'mouseup'] as const)
    target.addEventListener(name, refuseMiddleButton, { capture: true });
}

function refuse(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function refuseMiddleButton(event: MouseEvent): void {
  if (event.button !== 0) refuse(event);
}
