import { useEffect, useRef, useState, type RefObject } from 'react';
import type { PlayerToApp } from '#protocol/shell/player.ts';
import { openPackView, type PackView } from '../packs/open-pack-view.ts';
import { loadPreviewedFile, type PreviewedPack } from './load-previewed-pack.ts';
import { NOTHING_KEPT, previewStart, type Kept } from './preview-start.ts';

/** How it stands with the item in the frame; `shown` only after the player itself said that it showed something (PACK-16). */
export type PreviewState = 'opening' | 'shown' | 'failed' | 'stopped';

type Item = { readonly pack: PreviewedPack; readonly activityId: string; readonly language: string };

/**
 * Plays one item in the pack's own origin in `stage`, as a tablet does, and keeps what the player says in memory alone.
 * Returns how it stands; `onNext` is called when the learner goes on to the next part, `onDone` when an item is done.
 */
export function usePreviewedItem(stage: RefObject<HTMLDivElement | null>, { pack, activityId, language }: Item, onNext: (activityId: string) => void, onDone: (activityId: string) => void): PreviewState {
  const [state, setState] = useState<{ readonly of: string; readonly is: PreviewState }>();
  const kept = useRef(new Map<string, Kept>());
  const listeners = useRef({ onNext, onDone });
  useEffect(() => { listeners.current = { onNext, onDone }; }, [onNext, onDone]);
  const of = `${activityId}/${language}`;
  useEffect(() => {
    const container = stage.current;
    const start = previewStart(pack.manifest, activityId, language, kept.current.get(of) ?? NOTHING_KEPT);
    if (container === null || start === undefined) return;
    const say = (is: PreviewState) => { setState({ of, is }); };
    let view: PackView | undefined;
    let gone = false;
    const onMessage = (message: PlayerToApp) => {
      if (message.type === 'ready') view?.send(start);
      if (message.type === 'failed') say('failed');
      kept.current.set(of, keep(kept.current.get(of) ?? NOTHING_KEPT, message));
      if (message.type === 'open-next' && start.next !== null) listeners.current.onNext(start.next.activityId);
      if (message.type !== 'progress') return;
      if (ENDS.has(message.verb)) listeners.current.onDone(activityId);
      say('shown');
    };
    const opening = openPackView({ shell: noKiosk, kind: 'browser', packId: pack.manifest.packId, files: pack.files, loadFile: loadPreviewedFile, container, title: start.title, onMessage, onStopped: () => { say('stopped'); } });
    opening.then((made) => { if (gone) void made.close(); else view = made; }, () => { say('failed'); });
    return () => {
      gone = true;
      void view?.close();
    };
  }, [stage, pack, activityId, language, of]);
  return state?.of === of ? state.is : 'opening';
}

/** Verbs that end an item or an attempt. */
const ENDS: ReadonlySet<string> = new Set(['completed', 'passed', 'answered']);

/** What is kept after a message: the player's own state, and the place to go on from. */
function keep(kept: Kept, message: PlayerToApp): Kept {
  if (message.type === 'state') return { ...kept, state: message.state };
  if (message.type !== 'progress') return kept;
  const { page, answers, place } = message.data;
  if (page === undefined && place === undefined) return kept;
  return { ...kept, resume: { page: page ?? 0, answers: { ...answers }, ...(place === undefined ? {} : { place }) } };
}

/** The preview never runs in the kiosk: it has a browser's frames. */
const noKiosk = {
  openPack: () => Promise.reject(new Error('There is no kiosk here')),
  placePack: () => Promise.reject(new Error('There is no kiosk here')),
  closePack: () => Promise.reject(new Error('There is no kiosk here')),
};
