import { heldIf, type Measure } from './measure.ts';

export const dragAndDrop: Measure = {
  name: 'drag-and-drop',
  why: 'A file or address dropped on the window opens there (security.md 5 B36); a middle click pastes what another program selected (E72).',
  // The preloads refuse the gestures in the page; `navigateOnDragDrop: false` and the navigation measure stand behind them.
  apply: () => undefined,
  check: async ({ probe }) => heldIf((await probe(ALL_PREVENTED)) === true),
};

const ALL_PREVENTED = `['dragover', 'drop', 'dragstart'].every((name) =>
  !document.dispatchEvent(new DragEvent(name, { cancelable: true, bubbles: true })))
  && !document.dispatchEvent(new MouseEvent('auxclick', { cancelable: true, bubbles: true, button: 1 }))`;
