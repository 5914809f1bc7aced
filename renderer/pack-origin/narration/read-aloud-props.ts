import type { RefObject } from 'react';
import type { SpokenPart } from '#protocol/packs/narration.ts';

/** What is read, in which language, and where its words are shown. */
export type ReadAloudProps = { readonly parts: readonly SpokenPart[]; readonly language: string; readonly article: RefObject<HTMLElement | null> };
