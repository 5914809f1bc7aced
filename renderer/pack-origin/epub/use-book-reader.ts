import { useEffect, useRef, useState, type RefObject } from 'react';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { readerWords } from '../reader-words.ts';
import { createBookReader, type BookReader, type Shown } from './book-reader.ts';
import type { Look } from './chapter-style.ts';
import type { Book } from './open-book.ts';

type ReaderUse = { readonly book: Book; readonly start: PlayerStart; readonly look: Look; /** While the end is shown there is no stage. */ readonly finished: boolean };

/** Reads a book on the screen: begins where the person stopped, follows the app's look and the room there is, and clears up. */
export function useBookReader({ book, start, look, finished }: ReaderUse): { readonly stage: RefObject<HTMLDivElement | null>; readonly shown: Shown; readonly reader: RefObject<BookReader | null> } {
  const stage = useRef<HTMLDivElement>(null);
  const reader = useRef<BookReader>(null);
  const [shown, setShown] = useState<Shown>({ state: 'loading', section: 0, page: 0, pages: 1, place: '' });
  // What counts at the beginning only, and what is asked for later: the newest of each.
  const now = useRef({ look, begun: false });
  useEffect(() => {
    now.current.look = look;
    reader.current?.dress(look);
    // The look is a new object each time; these are what it says.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [look.paper, look.textSize]);
  useEffect(() => {
    const here = stage.current;
    if (here === null) return;
    const made = createBookReader({ stage: here, book, title: readerWords(start.language)('book'), language: start.language, look: now.current.look, onShown: setShown });
    reader.current = made;
    made.openPlace(now.current.begun ? undefined : start.resume?.place);
    now.current.begun = true;
    const observer = new ResizeObserver(() => { made.dress(now.current.look); });
    observer.observe(here);
    return () => {
      observer.disconnect();
      made.close();
      reader.current = null;
    };
  }, [book, start, finished]);
  return { stage, shown, reader };
}
