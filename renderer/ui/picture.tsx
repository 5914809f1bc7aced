import type { ReactNode } from 'react';
import { BooksScene, CalmScene, DiaryScene, DoorScene, LettersScene } from './picture-scenes-life.tsx';
import { DoneScene, PeopleScene, SearchScene, TabletScene, UnpluggedScene } from './picture-scenes-things.tsx';

export type PictureName =
  'letters' | 'books' | 'diary' | 'calm' | 'search' | 'unplugged' | 'done' | 'people' | 'tablet' | 'door';

const SCENES: Readonly<Record<PictureName, () => ReactNode>> = {
  letters: LettersScene,
  books: BooksScene,
  diary: DiaryScene,
  calm: CalmScene,
  search: SearchScene,
  unplugged: UnpluggedScene,
  done: DoneScene,
  people: PeopleScene,
  tablet: TabletScene,
  door: DoorScene,
};

/** A small drawing in the theme's own colours. Decorative: the words beside it say it. */
export function Picture({ name }: { readonly name: PictureName }) {
  const Scene = SCENES[name];
  return (
    <svg className="ui-picture" viewBox="0 0 240 160" aria-hidden focusable={false}>
      <path
        className="p-back"
        d="M30 96C14 58 52 20 104 22c30 1 44-12 74 2 38 18 48 62 24 92-22 28-62 26-96 26-36 0-64-10-76-46Z"
      />
      <Scene />
    </svg>
  );
}
