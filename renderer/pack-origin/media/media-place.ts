import { createContext } from 'react';
import type { MediaState } from './media-state.ts';

/** Where a lesson's sounds and films are kept: what was there, and how to say more. `share` of the one named, 0 to 1. */
export type MediaPlace = {
  readonly kept: MediaState;
  readonly note: (path: string, place: MediaState[string], share: number) => void;
};

/** Set by the lesson; without one (a sound in a quiz) nothing is kept. */
export const MediaPlaceContext = createContext<MediaPlace>({ kept: {}, note: () => undefined });
