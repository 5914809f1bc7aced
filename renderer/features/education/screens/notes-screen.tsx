import { FilePlus2, FileText, RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#protocol/education/note.ts';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import { usePerson } from '../../../session/use-person.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { UndoBar } from '../../../ui/undo-bar.tsx';
import type { EducationRoute } from '../route.ts';
import { keepThing, sendUnsent } from '../study/study-actions.ts';
import { findNotes, useNotes, type Kept } from '../study/study-queries.ts';
import { tabletNow } from '../study/tablet-now.ts';

/** Everything a person wrote: found by its words, put aside and brought back. */
export function NotesScreen({ go, back }: FeatureScreenProps<EducationRoute>) {
  const { t } = useTranslation('study');
  const { when } = useWhen();
  const person = usePerson();
  const notes = useNotes();
  const [query, setQuery] = useState('');
  const [deleted, setDeleted] = useState<Kept<Note>>();
  // What a power cut kept from being sent goes now.
  // Somebody who signs out meanwhile sends it when they come back.
  useEffect(() => { void sendUnsent(person).catch(() => undefined); }, [person]);
  if (notes === undefined) return <Spinner word={t('saving')} block />;
  const here = notes.filter(({ thing }) => thing.deletedAt === undefined);
  const gone = notes.filter(({ thing }) => thing.deletedAt !== undefined);
  const found = findNotes(here, query);
  const putAside = async (note: Kept<Note>) => {
    await keepThing(person, { ...note.thing, deletedAt: tabletNow() }, { recordId: note.recordId, send: true });
    setDeleted(note);
  };
  const bringBack = ({ thing: { deletedAt: _, ...thing }, recordId }: Kept<Note>) => {
    setDeleted(undefined);
    void keepThing(person, thing, { recordId, send: true });
  };
  const titleOf = ({ thing }: Kept<Note>) => <bdi>{thing.title === '' ? t('untitled') : thing.title}</bdi>;
  return (
    <Page title={t('notes')} lead={t('notesLead')} focusTitle back={{ word: t('cancel'), onClick: back }}
      actions={<Button kind="primary" icon={FilePlus2} onClick={() => { go({ place: 'education', screen: 'note' }); }}>{t('newDocument')}</Button>}>
      {here.length === 0 ? <EmptyState picture="diary" title={t('noNotes')}>{t('noNotesLead')}</EmptyState> : <TextField type="search" label={t('findNotes')} value={query} onChange={setQuery} dir="auto" />}
      {here.length > 0 && found.length === 0 ? <p>{t('noNotesFound')}</p> : null}
      {found.length === 0 ? null : (
        <List label={t('notes')}>
          {found.map((note) => (
            <ListRow key={note.recordId} icon={FileText} title={titleOf(note)} detail={<bdi>{note.thing.body.slice(0, 100)}</bdi>} meta={[when(note.thing.changedAt), ...(note.isSecond ? [t('fromOther')] : [])].join(' · ')}
              onClick={() => { go({ place: 'education', screen: 'note', noteId: note.recordId }); }}
              actions={<Button icon={Trash2} onClick={() => { void putAside(note); }}>{t('delete')}</Button>} />
          ))}
        </List>
      )}
      {gone.length === 0 ? null : (
        <Section title={t('deletedNotes')}>
          <List label={t('deletedNotes')}>{gone.map((note) => <ListRow key={note.recordId} title={titleOf(note)} actions={<Button icon={RotateCcw} onClick={() => { bringBack(note); }}>{t('restore')}</Button>} />)}</List>
        </Section>
      )}
      {deleted === undefined ? null : <UndoBar message={t('deleted')} actionWord={t('undo')} onAction={() => { bringBack(deleted); }} dismissWord={t('close')} onDismiss={() => { setDeleted(undefined); }} />}
    </Page>
  );
}
