import { ArrowLeft, ArrowRight, Bookmark as BookmarkIcon, Check, List as ListIcon, Search, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import type { IconType } from '../ui/icon.tsx';
import type { Bookmark } from './document-state.ts';
import './reader.css';
import type { ReaderWords } from './reader-words.ts';

/** A line of a document's own contents. `depth` from 0. */
export type ContentsLine = { readonly key: string; readonly label: string; readonly depth: number; readonly open: () => void };

type PanelName = 'contents' | 'bookmarks' | 'find';

type ReaderFrameProps = {
  readonly words: ReaderWords;
  readonly title: string;
  readonly contents: readonly ContentsLine[];
  readonly bookmarks: readonly Bookmark[];
  readonly isMarked: boolean;
  readonly onMark: () => void;
  readonly onBookmark: (mark: Bookmark) => void;
  /** The search panel, where the reader has a search. */
  readonly find?: ReactNode;
  readonly onSize: (way: 1 | -1) => void;
  readonly extraTools?: ReactNode;
  /** Said beside the turns: which page this is. */
  readonly place: ReactNode;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly onTurn: (way: 1 | -1) => void;
  readonly onFinish: () => void;
  readonly children: ReactNode;
};

/** What books and PDF files have in common: tools above, the pages, a panel beside them, and the turns below. */
export function ReaderFrame(props: ReaderFrameProps) {
  const { words, title } = props;
  const [panel, setPanel] = useState<PanelName>();
  const toggle = (name: PanelName) => { setPanel(panel === name ? undefined : name); };
  const names: Readonly<Record<PanelName, readonly [string, IconType]>> = { contents: [words('contents'), ListIcon], bookmarks: [words('bookmarks'), BookmarkIcon], find: [words('find'), Search] };
  const shown: readonly PanelName[] = props.find === undefined ? ['contents', 'bookmarks'] : ['contents', 'bookmarks', 'find'];
  return (
    <main id="main" className="reader">
      <h1 className="player-hidden">{title}</h1>
      <div className="reader-tools" role="group" aria-label={words('tools')}>
        {shown.map((name) => (
          <Button key={name} size="small" icon={names[name][1]} aria-expanded={panel === name} aria-controls="reader-panel" onClick={() => { toggle(name); }}>{names[name][0]}</Button>
        ))}
        <Button size="small" aria-pressed={props.isMarked} icon={props.isMarked ? X : BookmarkIcon} onClick={props.onMark}>{words(props.isMarked ? 'dropBookmark' : 'addBookmark')}</Button>
        <span className="reader-gap" />
        <Button size="small" icon={ZoomOut} onClick={() => { props.onSize(-1); }}>{words('smaller')}</Button>
        <Button size="small" icon={ZoomIn} onClick={() => { props.onSize(1); }}>{words('larger')}</Button>
        {props.extraTools}
      </div>
      <div className="reader-body">
        <aside id="reader-panel" className="reader-panel" hidden={panel === undefined} aria-label={panel === undefined ? undefined : names[panel][0]}>
          {panel === undefined ? null : (
            <>
              <div className="reader-panel-top">
                <h2>{names[panel][0]}</h2>
                <Button size="small" kind="quiet" icon={X} onClick={() => { setPanel(undefined); }}>{words('close')}</Button>
              </div>
              {panel === 'contents' ? <Contents lines={props.contents} empty={words('noContents')} /> : null}
              {panel === 'bookmarks' ? <Bookmarks marks={props.bookmarks} empty={words('noBookmarks')} onOpen={props.onBookmark} /> : null}
              {panel === 'find' ? props.find : null}
            </>
          )}
        </aside>
        <div className="reader-stage">{props.children}</div>
      </div>
      <nav className="reader-turns" aria-label={words('turns')}>
        <Button size="large" icon={ArrowLeft} disabled={props.atStart} onClick={() => { props.onTurn(-1); }}>{words('pageBack')}</Button>
        <div className="reader-place">{props.place}</div>
        {props.atEnd ? (
          <Button size="large" kind="primary" icon={Check} onClick={props.onFinish}>{words('finish')}</Button>
        ) : (
          <Button size="large" kind="primary" iconEnd={ArrowRight} onClick={() => { props.onTurn(1); }}>{words('pageOn')}</Button>
        )}
      </nav>
    </main>
  );
}

function Contents({ lines, empty }: { readonly lines: readonly ContentsLine[]; readonly empty: string }) {
  if (lines.length === 0) return <p>{empty}</p>;
  return (
    <ol className="reader-lines">
      {lines.map(({ key, label, depth, open }) => (
        <li key={key} data-depth={Math.min(depth, 3)}><button type="button" onClick={open}>{label}</button></li>
      ))}
    </ol>
  );
}

function Bookmarks({ marks, empty, onOpen }: { readonly marks: readonly Bookmark[]; readonly empty: string; readonly onOpen: (mark: Bookmark) => void }) {
  if (marks.length === 0) return <p>{empty}</p>;
  return (
    <ul className="reader-lines">
      {marks.map((mark) => (
        <li key={mark.place}><button type="button" onClick={() => { onOpen(mark); }}>{mark.label}</button></li>
      ))}
    </ul>
  );
}
