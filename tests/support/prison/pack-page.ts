import { until } from './until.ts';

/**
 * The frames of the pack that is open, however deep: a browser reaches them by its debugger, the kiosk by its main
 * process, which needs none (docs/electron-versions.md). A script is an expression; its value must be JSON.
 */
export type PackFrames = {
  /** Evaluates a script in every frame that is there now. A frame that goes meanwhile, or is busy, answers nothing. */
  readonly evaluateInEach: (script: string) => Promise<readonly unknown[]>;
  /** A real press at a place of the pack's own page, in CSS pixels from its corner. */
  readonly pressAt: (x: number, y: number) => Promise<void>;
};

/** What somebody sees and does in the pages of a pack, whichever frame they are in. */
export type PackPage = {
  /** Waits until these words are to be seen. */
  readonly sees: (words: string) => Promise<void>;
  /** Waits until an element that can be seen matches, a CSS selector. */
  readonly has: (selector: string) => Promise<void>;
  /** Waits until there is a button, or what counts as one, with this name, and presses it with a real press. */
  readonly press: (name: string) => Promise<void>;
  /** Whether such a button is there and can be pressed now. */
  readonly canPress: (name: string) => Promise<boolean>;
  /** Waits until a script gives something else than null or undefined in one of the frames, and answers it. */
  readonly evaluate: (script: string) => Promise<unknown>;
};

/** How long the pages of a pack may take for something, in milliseconds: two cores may serve several programs. */
const PATIENCE = 30_000;

/** The verbs over any way into the frames. */
export function createPackPage({ evaluateInEach, pressAt }: PackFrames): PackPage {
  const ask = async (script: string): Promise<unknown> => (await evaluateInEach(script)).find((answer) => answer !== null && answer !== undefined && answer !== false);
  const waitFor = (script: string, what: string): Promise<unknown> => until(() => ask(script), what, PATIENCE);
  const placeOf = (name: string): string => `(${findButton.toString()})(${JSON.stringify(name)})`;
  return {
    sees: async (words) => {
      const texts = `(${readTexts.toString()})(document)`;
      await waitFor(`${texts}.some((text) => text.includes(${JSON.stringify(words)}))`, `"${words}" in the pack`).catch(async (cause: unknown) => {
        throw new Error(`${String(cause)}. Its frames say: ${JSON.stringify(await evaluateInEach(texts))}`);
      });
    },
    has: async (selector) => {
      await waitFor(`[...document.querySelectorAll(${JSON.stringify(selector)})].some((one) => one.getClientRects().length > 0)`, `${selector} in the pack`).catch(async (cause: unknown) => {
        throw new Error(`${String(cause)}. Its frames are at: ${JSON.stringify(await evaluateInEach('location.href'))}`);
      });
    },
    press: async (name) => {
      const { x, y } = (await waitFor(placeOf(name), `the button "${name}" in the pack`)) as Place;
      await pressAt(x, y);
    },
    canPress: async (name) => (await ask(placeOf(name))) !== undefined,
    evaluate: (script) => waitFor(script, 'an answer of the pack'),
  };
}

/**
 * Runs in a frame: what it and the frames of its own origin say. A book's chapter stands in a frame that may run no
 * script, which the kiosk's main process cannot always ask itself.
 */
function readTexts(from: Document): readonly string[] {
  const inside = [...from.querySelectorAll('iframe')].flatMap(({ contentDocument }) => (contentDocument === null ? [] : readTexts(contentDocument)));
  return [((from.body as HTMLElement | null)?.innerText ?? '').replace(/\s+/g, ' '), ...inside];
}

type Place = { readonly x: number; readonly y: number };

/** Runs in a frame: the middle of the button with this name, from the corner of the pack's own page; null where there is none. */
function findButton(name: string): Place | null {
  const buttons = document.querySelectorAll<HTMLElement>('button, [role=button], [role=radio], input[type=button], input[type=submit], input[type=radio], input[type=file]');
  const nameOf = (one: HTMLElement) => (one.getAttribute('aria-label') ?? (one.innerText || (one as HTMLInputElement).value)).trim();
  const button = [...buttons].find((one) => nameOf(one).startsWith(name) && one.getClientRects().length > 0 && !(one as HTMLButtonElement).disabled);
  if (button === undefined) return null;
  button.scrollIntoView({ block: 'center' });
  const box = button.getBoundingClientRect();
  let [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let at: Window = window; at.location.pathname !== '/__host/player.html'; at = at.parent) {
    const frame = at.frameElement?.getBoundingClientRect();
    [x, y] = [x + (frame?.x ?? 0), y + (frame?.y ?? 0)];
  }
  return { x, y };
}
