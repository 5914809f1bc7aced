import { Maximize2 } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../../ui/button.tsx';
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
import { PdfPage } from './pdf-page.tsx';
import './pdf.css';
import { usePdf, type OpenedPdf } from './use-pdf.ts';

/** A PDF, a page at a time: only the page that is seen is drawn. */
export function PdfView(props: ActivityViewProps) {
  const words = useWords();
  const opened = usePdf(props.start.entry);
  const { onFailed } = props;
  useEffect(() => { if (opened === 'failed') onFailed('not-readable'); }, [opened, onFailed]);
  if (opened === 'loading') return <main id="main" className="player-page"><Spinner word={words('loading')} block size="lg" /></main>;
  if (opened === 'failed') return <NotReadable onClose={props.onClose} />;
  return <PdfPages {...props} opened={opened} />;
}

function PdfPages({ opened, start, report, keep, onNext, onClose }: ActivityViewProps & { readonly opened: OpenedPdf }) {
  const words = readerWords(start.language);
  const { pdf, outline, width } = opened;
  const pages = pdf.numPages;
  const [page, setPage] = useState(() => clamp(Number(start.resume?.place ?? (start.resume?.page ?? 0) + 1), pages));
  const [finished, setFinished] = useState(false);
  const [state, change] = useDocumentState({ start, keep });
  const { moved, finish } = useReading(report);
  const scroll = useRef<HTMLDivElement>(null);
  const scale = useScale(scroll, width, state.size);
  useEffect(() => {
    moved({ page: page - 1, pages, place: String(page), share: page / pages });
    scroll.current?.scrollTo(0, 0);
  }, [moved, page, pages]);
  const go = (wanted: number) => { setPage(clamp(wanted, pages)); };
  const mark = { place: String(page), label: words('bookmarkOn', { page }) };
  function onKey(event: KeyboardEvent) {
    const step = turnOf(event, start.direction);
    if (step === 0) return;
    event.preventDefault();
    go(page + step);
  }
  if (finished) return <ReaderEnd words={words} start={start} onNext={onNext} onClose={onClose} onAgain={() => { setFinished(false); go(1); }} />;
  return (
    <ReaderFrame words={words} title={start.title}
      contents={outline.map((line, at) => ({ key: String(at), label: line.title, depth: line.depth, open: () => { go(line.page); } }))}
      bookmarks={state.bookmarks} isMarked={state.bookmarks.some(({ place }) => place === mark.place)}
      onMark={() => { change(toggleBookmark(state, mark)); }} onBookmark={({ place }) => { go(Number(place)); }}
      onSize={(way) => { change({ ...state, size: nextSize(state.size, way) }); }}
      extraTools={<Button size="small" icon={Maximize2} onClick={() => { change({ ...state, size: 1 }); }}>{words('fitWidth')}</Button>}
      place={<PageNumber words={words} page={page} pages={pages} onPage={go} />}
      atStart={page === 1} atEnd={page === pages} onTurn={(way) => { go(page + way); }}
      onFinish={() => { finish(); setFinished(true); }}>
      <div ref={scroll} className="pdf-scroll" tabIndex={0} role="region" aria-label={words('pages')} onKeyDown={onKey}>
        {scale === undefined ? null : <PdfPage key={page} pdf={pdf} number={page} scale={scale} label={words('placeIn', { page, pages })} />}
      </div>
    </ReaderFrame>
  );
}

type PageNumberProps = { readonly words: ReturnType<typeof readerWords>; readonly page: number; readonly pages: number; readonly onPage: (page: number) => void };

/** The page's number, which can be written over. */
function PageNumber({ words, page, pages, onPage }: PageNumberProps) {
  const [typed, setTyped] = useState<string>();
  function leave() {
    if (typed !== undefined && /^\d{1,5}$/.test(typed)) onPage(Number(typed));
    setTyped(undefined);
  }
  return (
    <>
      <label htmlFor="pdf-number">{words('pageNumber')}</label>
      <input id="pdf-number" className="pdf-number" inputMode="numeric" autoComplete="off" value={typed ?? String(page)}
        onChange={(event) => { setTyped(event.currentTarget.value); }} onBlur={leave}
        onKeyDown={(event) => { if (event.key === 'Enter') leave(); }} />
      <span>{words('ofPages', { pages })}</span>
    </>
  );
}

/** CSS pixels for each point, so that the page is as wide as its place times `size`; undefined before the place is known. */
function useScale(place: React.RefObject<HTMLDivElement | null>, width: number, size: number): number | undefined {
  const [room, setRoom] = useState<number>();
  useEffect(() => {
    const here = place.current;
    if (here === null) return;
    const observer = new ResizeObserver(() => { setRoom(here.clientWidth - 24); });
    observer.observe(here);
    return () => { observer.disconnect(); };
  }, [place]);
  // A page wider than a metre of screen is not read but searched; 1,000 px is a comfortable width of paper.
  return room === undefined ? undefined : (Math.max(120, Math.min(room, 1000)) / width) * size;
}

/** Keys that turn a page. Arrows sideways follow the direction of the writing; those up and down scroll. */
function turnOf({ key, shiftKey, target, currentTarget }: KeyboardEvent, direction: 'ltr' | 'rtl'): -1 | 0 | 1 {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (target !== currentTarget) return 0;
  if (key === forward || key === 'PageDown' || (key === ' ' && !shiftKey)) return 1;
  if (key === backward || key === 'PageUp' || (key === ' ' && shiftKey)) return -1;
  return 0;
}

function clamp(page: number, pages: number): number {
  return Number.isInteger(page) ? Math.min(Math.max(1, page), pages) : 1;
}
