import { useEffect, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ActivityViewProps } from '../activity-view-props.ts';
import { nextSize, toggleBookmark } from '../document-state.ts';
import { NotReadable } from '../not-readable.tsx';
import { useWords } from '../player-words.ts';
import { ReaderEnd } from '../reader-end.tsx';
import { ReaderFrame } from '../reader-frame.tsx';
import { readerWords } from '../reader-words.ts';
import { useDocumentState } from '../use-document-state.ts';
import { useReading } from '../use-reading.ts';
import { spotOf } from './book-reader.ts';
import './epub.css';
import { FindPanel } from './find-panel.tsx';
import { openBook, type Book } from './open-book.ts';
import { useBookReader } from './use-book-reader.ts';
import { useLook } from './use-look.ts';

/** A book. Its entry is the package file; chapters are loaded as they are reached. */
export function EpubView(props: ActivityViewProps) {
  const words = useWords();
  const { start, onFailed } = props;
  const [book, setBook] = useState<Book | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let gone = false;
    openBook(start.entry).then((opened) => { if (!gone) setBook(opened); }, () => { if (!gone) setBook('failed'); });
    return () => { gone = true; };
  }, [start.entry]);
  useEffect(() => { if (book === 'failed') onFailed('not-readable'); }, [book, onFailed]);
  if (book === 'loading') return <main id="main" className="player-page"><Spinner word={words('loading')} block size="lg" /></main>;
  if (book === 'failed') return <NotReadable onClose={props.onClose} />;
  return <BookPages {...props} book={book} />;
}

function BookPages({ book, start, report, keep, onNext, onClose }: ActivityViewProps & { readonly book: Book }) {
  const words = readerWords(start.language);
  const [finished, setFinished] = useState(false);
  const [state, change] = useDocumentState({ start, keep });
  const look = useLook(state.size);
  const { moved, finish } = useReading(report);
  const { stage, shown, reader } = useBookReader({ book, start, look, finished });
  const lastSection = book.sections.length - 1;
  const share = Math.min(1, (shown.section + (shown.page + 1) / shown.pages) / book.sections.length);
  const { place } = shown;
  useEffect(() => { if (place !== '') moved({ place, share }); }, [moved, place, share]);
  const percent = Math.round(100 * share);
  const mark = { place, label: `${titleOf(book, shown.section)} · ${words('partOf', { percent })}` };
  if (finished) return <ReaderEnd words={words} start={start} onNext={onNext} onClose={onClose} onAgain={() => { setFinished(false); }} />;
  return (
    <ReaderFrame words={words} title={start.title}
      contents={book.contents.map((line, at) => ({ key: String(at), label: line.label, depth: line.depth, open: () => { reader.current?.open(line.section, spotOf(line.fragment)); } }))}
      bookmarks={state.bookmarks} isMarked={state.bookmarks.some((known) => known.place === place)}
      onMark={() => { if (place !== '') change(toggleBookmark(state, mark)); }}
      onBookmark={(known) => { reader.current?.openPlace(known.place); }}
      onSize={(way) => { change({ ...state, size: nextSize(state.size, way) }); }}
      find={<FindPanel words={words} book={book} onOpen={({ section, nth }, wanted) => { reader.current?.open(section, { kind: 'words', words: wanted, nth }); }} />}
      place={<span aria-live="polite">{words('partOf', { percent })}</span>}
      atStart={shown.section === 0 && shown.page === 0} atEnd={shown.section === lastSection && shown.page === shown.pages - 1 && shown.state !== 'loading'}
      onTurn={(way) => { reader.current?.turn(way); }} onFinish={() => { finish(); setFinished(true); }}>
      {shown.state === 'broken' ? <div className="epub-broken"><Notice tone="attention" live="polite" title={words('chapterBroken')}>{words('chapterBrokenLead')}</Notice></div> : null}
      <div ref={stage} className="epub-stage" />
    </ReaderFrame>
  );
}

/** What the contents call a section: its own line, or the last one before it. */
function titleOf(book: Book, section: number): string {
  return book.contents.findLast((line) => line.section <= section)?.label ?? '';
}
