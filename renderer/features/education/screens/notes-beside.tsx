import { useTranslation } from 'react-i18next';
import type { Note } from '#protocol/education/note.ts';
import { useNotes } from '../study/study-queries.ts';
import { NoteEditor } from './note-editor.tsx';

type NotesBesideProps = { readonly beside: NonNullable<Note['beside']>; readonly title: string };

/** A person's notes on the lesson that is open. They are the app's, not the pack's, which cannot read them (law 7). */
export function NotesBeside({ beside, title }: NotesBesideProps) {
  const { t } = useTranslation('study');
  const notes = useNotes();
  if (notes === undefined) return null;
  const note = notes.find(({ thing }) => thing.beside?.activityId === beside.activityId && thing.deletedAt === undefined);
  return (
    <aside className="education-beside" aria-label={t('noteFor', { title })}>
      <h2>{t('noteBeside')}</h2>
      <p className="education-facts">{t('notesLead')}</p>
      {/* Begun once: the note that the first letters make must not start the editor anew. */}
      <NoteEditor note={note} beside={beside} title={title} titleHidden />
    </aside>
  );
}
