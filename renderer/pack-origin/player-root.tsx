import { lazy, Suspense, useMemo } from 'react';
import type { PlayerStart, PlayerToApp } from '#protocol/shell/player.ts';
import { Spinner } from '../ui/spinner.tsx';
import type { ActivityViewProps } from './activity-view-props.ts';
import { FilePlayer } from './file-player.tsx';
import { createWords, WordsContext } from './player-words.ts';

// Each in a chunk of its own: a lesson pays for no player but its own.
const EpubView = lazy(async () => ({ default: (await import('./epub/epub-view.tsx')).EpubView }));
const ForeignView = lazy(async () => ({ default: (await import('./foreign/foreign-view.tsx')).ForeignView }));
const PdfView = lazy(async () => ({ default: (await import('./pdf/pdf-view.tsx')).PdfView }));

/** The player for one activity, chosen by its kind. `tell` sends one sentence to the app. */
export function PlayerRoot({ start, tell }: { readonly start: PlayerStart; readonly tell: (message: PlayerToApp) => void }) {
  const words = useMemo(() => createWords(start.language), [start.language]);
  const props = useMemo((): ActivityViewProps => ({
    start,
    report: (verb, data) => { tell({ type: 'progress', verb, data }); },
    keep: (state) => { tell({ type: 'state', state }); },
    onFailed: (reason) => { tell({ type: 'failed', reason }); },
    onNext: () => { tell({ type: 'open-next' }); },
    onClose: () => { tell({ type: 'close' }); },
  }), [start, tell]);
  return (
    <WordsContext value={words}>
      <Suspense fallback={<main id="main" className="player-page"><Spinner word={words('loading')} block size="lg" /></main>}>
        {viewOf(props)}
      </Suspense>
    </WordsContext>
  );
}

function viewOf(props: ActivityViewProps) {
  switch (props.start.kind) {
    case 'epub':
      return <EpubView {...props} />;
    case 'pdf':
      return <PdfView {...props} />;
    case 'scorm12':
    case 'scorm2004':
    case 'cmi5':
    case 'h5p':
    case 'web':
      return <ForeignView {...props} />;
    default:
      return <FilePlayer {...props} />;
  }
}
