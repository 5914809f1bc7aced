import { useCallback, useEffect, useRef, useState } from 'react';
import { Spinner } from '../../ui/spinner.tsx';
import type { ActivityViewProps } from '../activity-view-props.ts';
import { NotReadable } from '../not-readable.tsx';
import { useWords } from '../player-words.ts';
import { ForeignBar } from './foreign-bar.tsx';
import { openForeign, type ForeignNews, type OpenForeign } from './open-foreign.ts';
import { whenShown } from './when-shown.ts';

/** An activity that another program made, in a frame under this page (ADR 0018), with our own bar below it. */
export function ForeignView({ start, report, keep, onFailed, onNext, onClose }: ActivityViewProps) {
  const words = useWords();
  const [opened, setOpened] = useState<OpenForeign>();
  const [news, setNews] = useState<ForeignNews>();
  const [standing, setStanding] = useState<'opening' | 'shown' | 'failed'>('opening');
  const frame = useRef<HTMLIFrameElement>(null);
  const learnerName = words('learner');
  const fail = useCallback(() => {
    setStanding('failed');
    onFailed('not-found');
  }, [onFailed]);

  useEffect(() => {
    let made: OpenForeign | undefined;
    let gone = false;
    openForeign({ start, learnerName, report, keep, onNews: setNews }).then((activity) => {
      made = activity;
      if (gone) activity.close();
      else setOpened(activity);
    }, fail);
    return () => {
      gone = true;
      made?.close();
    };
  }, [start, learnerName, report, keep, fail]);

  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      const source = frame.current?.contentWindow;
      if (source === null || source === undefined || event.source !== source) return;
      opened?.onMessage(event.data, (message) => { source.postMessage(message, location.origin); });
    };
    window.addEventListener('message', onMessage);
    return () => { window.removeEventListener('message', onMessage); };
  }, [opened]);

  const onLoad = useCallback(() => {
    // "Not found" is answered under a policy that makes it a stranger to us.
    if (frame.current?.contentDocument === null) { fail(); return; }
    setStanding('shown');
    opened?.onLoaded();
  }, [opened, fail]);
  useEffect(() => {
    if (opened !== undefined && standing === 'opening' && frame.current !== null) return whenShown(frame.current, onLoad);
    return undefined;
  }, [opened, standing, onLoad]);
  if (standing === 'failed') return <NotReadable onClose={onClose} />;
  const isShown = standing === 'shown';
  return (
    <main id="main" className="foreign">
      <h1 className="player-hidden">{start.title}</h1>
      {isShown ? null : <Spinner word={words('loading')} block size="lg" />}
      {/* The address last of all, when everything the course looks for stands ready. */}
      {opened === undefined ? null : <iframe ref={frame} className={isShown ? 'foreign-frame' : 'foreign-frame foreign-waiting'} title={start.title} src={opened.address} onLoad={onLoad} />}
      <ForeignBar start={start} news={news} canFinish={isShown && start.kind === 'web'}
        onFinish={() => { opened?.finish(); }} onNext={onNext} onClose={onClose} />
    </main>
  );
}
