import { lazy, Suspense, type RefObject } from 'react';
import type { Narration } from '#protocol/packs/narration-place.ts';
import type { SpokenPart } from '#protocol/packs/narration.ts';
import { useLocalVoice } from '../../speech/local-voice.ts';

const ReadAloud = lazy(async () => ({ default: (await import('./read-aloud.tsx')).ReadAloud }));

type ReadingSlotProps = { readonly narration: Narration | undefined; readonly parts: () => readonly SpokenPart[]; readonly language: string; readonly article: RefObject<HTMLElement | null> };

/** The place of reading aloud on a page. What reads is loaded only where there is a sound or a voice. */
export function ReadingSlot({ narration, parts, language, article }: ReadingSlotProps) {
  const voice = useLocalVoice(language);
  if (narration === undefined && voice === undefined) return null;
  return <Suspense fallback={null}><ReadAloud narration={narration} parts={parts()} language={language} article={article} /></Suspense>;
}
