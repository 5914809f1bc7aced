import type { BrowserContext, Page } from 'playwright-core';
import type { Manifest, PackItem } from '#protocol/packs/manifest.ts';
import type { Problem, ProblemCode } from '../builder/problem.ts';
import { readConsoleLine } from './read-console-line.ts';

/** How long an item may take to show something, in milliseconds: ten times what the slowest player needs here. */
const SHOW_WITHIN = 20_000;

/** How long what other programs made is watched after it has shown something: late requests and scripts say what is wrong with them. */
const WATCH_FOR = 2_500;

/** How long an item that has shown something may be busy, in milliseconds: half of what a tablet allows. */
const ANSWER_WITHIN = 5_000;

/** Our own kinds run no scripts of a supplier: what they show they show at once. */
const OWN_KINDS: ReadonlySet<PackItem['kind']> = new Set(['lesson', 'quiz', 'assignment', 'pdf']);

/** How many items are open at a time: most of a visit is waiting. */
const AT_ONCE = 4;

/** What is looked at: the preview's address and the pack it serves. */
export type BrowserCheck = {
  readonly context: BrowserContext;
  /** The preview page (`serve-preview.ts`), which holds the very player of the tablet. */
  readonly url: string;
  readonly manifest: Manifest;
  /** Pack ids of the runtimes that the preview was given. */
  readonly runtimes: readonly string[];
  /** The file a problem of an item is said to be in, as the teacher knows it. */
  readonly fileOf: (item: PackItem, language: string) => string;
  /** Called before each item, from 1. */
  readonly onItem?: (number: number, of: number) => void;
};

/**
 * Opens every item in every language in the real player in a real browser, and returns what failed there: an item that
 * shows nothing or stops answering blocks; scripts that fail, files that are missing and calls to elsewhere are remarks.
 */
export async function checkInBrowser(check: BrowserCheck): Promise<readonly Problem[]> {
  const visits = check.manifest.items.flatMap((item) =>
    check.manifest.languages
      .filter((language) => item.entry[language] !== undefined)
      .map((language) => ({ item, language })),
  );
  const found: (readonly Problem[])[] = [];
  let begun = 0;
  const takeTurns = async (): Promise<void> => {
    for (let at = begun++; at < visits.length; at = begun++) {
      const one = visits[at];
      if (one === undefined) return;
      check.onItem?.(at + 1, visits.length);
      found[at] = await visit(check, one.item, one.language);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  return found.flat();
}

async function visit(check: BrowserCheck, item: PackItem, language: string): Promise<readonly Problem[]> {
  const file = check.fileOf(item, language);
  const name = item.title[language] ?? item.activityId;
  const absent = item.kind === 'h5p' ? absentRuntime(check) : undefined;
  if (absent !== undefined)
    return [
      problemOf(
        'warning',
        'runtime-absent',
        file,
        `“${name}” was not opened: the program that plays it, the pack ${absent}, is not here. The course cannot be published before it is.`,
      ),
    ];
  // A page of its own, so that an item that loops for ever is thrown away with it.
  const page = await check.context.newPage();
  const heard = listen(page);
  try {
    await page.goto(`${check.url}#${item.activityId}/${language}`, { timeout: SHOW_WITHIN });
    const state = await stateOf(page);
    // What shows something and then loops for ever is found by its silence, as on a tablet.
    const watchFor = OWN_KINDS.has(item.kind) ? 0 : WATCH_FOR;
    const isSilent = state === 'shown' && !((await isAnswering(page, watchFor)) && (await isAnswering(page, 0)));
    const verdict = VERDICTS[isSilent ? 'stopped' : state];
    const first = verdict === undefined ? [] : [problemOf('blocker', verdict.code, file, verdict.say(name))];
    return [...first, ...heard.map(({ code, message }) => problemOf('warning', code, file, message))];
  } catch {
    // The browser itself gave the page up: its memory was full or it never answered.
    return [problemOf('blocker', 'item-stopped', file, `“${name}” stopped the browser. Ask its supplier.`)];
  } finally {
    await page.close({ runBeforeUnload: false }).catch(() => undefined);
  }
}

/** A runtime the pack names and the preview lacks. */
function absentRuntime({ manifest, runtimes }: BrowserCheck): string | undefined {
  return manifest.runtimes?.find(({ packId }) => !runtimes.includes(packId))?.packId;
}

type State = 'shown' | 'failed' | 'stopped' | 'opening';

/** Waits for the preview's word on the item; a page that loops for ever cannot give one, and counts as stopped. */
async function stateOf(page: Page): Promise<State> {
  const settled = page.locator('html[data-preview-state]:not([data-preview-state="opening"])');
  try {
    await settled.waitFor({ state: 'attached', timeout: SHOW_WITHIN });
    return ((await settled.getAttribute('data-preview-state', { timeout: SHOW_WITHIN })) ?? 'opening') as State;
  } catch {
    return 'opening';
  }
}

/**
 * Whether every frame of the page still answers when it has gone on for `watchFor` milliseconds more, by its own timers: a
 * busy machine slows them as it slows what the page is about to do.
 */
async function isAnswering(page: Page, watchFor: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => { timer = setTimeout(() => resolve(false), watchFor + ANSWER_WITHIN); });
  const goOn = `new Promise((resolve) => { setTimeout(resolve, ${String(watchFor)}, true); })`;
  // A frame that went away meanwhile is not silent.
  const answers = Promise.all(page.frames().map((frame) => frame.evaluate(goOn).catch(() => true)));
  const isHeard = await Promise.race([answers.then(() => true), silence]);
  clearTimeout(timer);
  return isHeard;
}

const VERDICTS: Readonly<
  Record<State, { readonly code: ProblemCode; readonly say: (name: string) => string } | undefined>
> = {
  shown: undefined,
  failed: { code: 'item-not-opened', say: (name) => `“${name}” could not be opened in the player.` },
  stopped: { code: 'item-stopped', say: (name) => `“${name}” opens and then stops answering. Ask its supplier.` },
  opening: {
    code: 'item-not-opened',
    say: (name) => `“${name}” showed nothing in the player within ${String(SHOW_WITHIN / 1000)} seconds.`,
  },
};

type Heard = { readonly code: ProblemCode; readonly message: string };

/** Collects what the page's console and network say, each thing once. */
function listen(page: Page): readonly Heard[] {
  const heard: Heard[] = [];
  const hear = (one: Heard | undefined): void => {
    if (one !== undefined && !heard.some(({ message }) => message === one.message)) heard.push(one);
  };
  page.on('console', (message) => hear(message.type() === 'error' ? readConsoleLine(message.text()) : undefined));
  page.on('pageerror', (error) =>
    hear({ code: 'script-fails', message: `A script failed: ${firstLine(error.message)}` }),
  );
  page.on('response', (response) => {
    if (response.status() !== 404) return;
    const missing = decodeURIComponent(new URL(response.url()).pathname.slice(1));
    if (missing !== 'favicon.ico')
      hear({ code: 'reference-broken', message: `It asks for a file that is not there: ${missing}` });
  });
  page.on('popup', (popup) => {
    hear({ code: 'leaves-pack', message: 'It tries to open another window. That window will not open on a tablet.' });
    void popup.close().catch(() => undefined);
  });
  page.on('dialog', (dialog) => {
    hear({ code: 'leaves-pack', message: 'It shows a message window of the browser. That will not open on a tablet.' });
    void dialog.dismiss().catch(() => undefined);
  });
  return heard;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 200);
}

function problemOf(severity: Problem['severity'], code: ProblemCode, file: string, message: string): Problem {
  return { severity, code, file, message };
}
