import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ReaderWords } from '../reader-words.ts';
import { findInBook, type Finding } from './find-in-book.ts';
import type { Book } from './open-book.ts';

type FindPanelProps = { readonly words: ReaderWords; readonly book: Book; readonly onOpen: (finding: Finding, wanted: string) => void };

/** Looks for words in the whole book and lists where they are, with what stands around them. */
export function FindPanel({ words, book, onOpen }: FindPanelProps) {
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<{ readonly wanted: string; readonly list: readonly Finding[] }>();
  const looking = useRef<AbortController>(undefined);
  useEffect(() => () => { looking.current?.abort(); }, []);
  async function look() {
    looking.current?.abort();
    const mine = new AbortController();
    looking.current = mine;
    const list = await findInBook(book.sections, wanted, mine.signal);
    if (!mine.signal.aborted) setFound({ wanted, list });
  }
  return (
    <>
      {/* No form: the sandbox a pack plays in sends none, not even to itself. */}
      <div role="search" className="epub-find" onKeyDown={(event) => { if (event.key === 'Enter') void look(); }}>
        <TextField label={words('findWords')} value={wanted} onChange={setWanted} maxLength={100} type="search" />
        <Button kind="primary" onClick={() => { void look(); }}>{words('findNow')}</Button>
      </div>
      <p role="status">{found === undefined ? '' : found.list.length === 0 ? words('notFound') : words('found', { count: found.list.length })}</p>
      <ul className="reader-lines">
        {found?.list.map((one) => (
          <li key={`${String(one.section)}.${String(one.nth)}`}>
            <button type="button" onClick={() => { onOpen(one, found.wanted); }}>…{one.before}<mark>{one.words}</mark>{one.after}…</button>
          </li>
        ))}
      </ul>
    </>
  );
}
