import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import { usePerson } from '../../../session/use-person.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import type { EducationRoute } from '../route.ts';
import { keepThing } from '../study/study-actions.ts';
import { useNotes, useVersions, type Kept } from '../study/study-queries.ts';
import type { Note } from '#protocol/education/note.ts';
import { tabletNow } from '../study/tablet-now.ts';
import { NoteEditor } from './note-editor.tsx';

type NoteScreenProps = FeatureScreenProps<EducationRoute> & { readonly noteId: string | undefined };

/** One document: written, saved by itself, and its older texts. */
export function NoteScreen({ noteId, back }: NoteScreenProps) {
  const { t } = useTranslation('study');
  const notes = useNotes();
  // A version that is taken back starts the editor anew.
  const [edition, setEdition] = useState(0);
  if (notes === undefined) return <Spinner word={t('saving')} block />;
  const note = notes.find(({ recordId }) => recordId === noteId);
  return (
    <Page title={note?.thing.title === undefined || note.thing.title === '' ? t('newDocument') : note.thing.title} lead={t('notesLead')} focusTitle back={{ word: t('notes'), onClick: back }}>
      <NoteEditor key={edition} note={note} />
      {note === undefined ? null : <Versions note={note} onTaken={() => { setEdition(edition + 1); }} />}
    </Page>
  );
}

function Versions({ note, onTaken }: { readonly note: Kept<Note>; readonly onTaken: () => void }) {
  const { t } = useTranslation('study');
  const { when } = useWhen();
  const person = usePerson();
  const versions = useVersions(note.recordId);
  if (versions.length === 0) return null;
  const take = async (body: string, title: string) => {
    await keepThing(person, { ...note.thing, title, body, changedAt: tabletNow() }, { recordId: note.recordId, send: true });
    onTaken();
  };
  return (
    <Section title={t('versions')} hint={t('versionsLead')}>
      <List label={t('versions')}>
        {versions.map((version) => (
          <ListRow key={version.id} title={when(version.at)} detail={<bdi>{version.body.slice(0, 120)}</bdi>}
            actions={<Button icon={RotateCcw} onClick={() => { void take(version.body, version.title); }}>{t('useVersion')}</Button>} />
        ))}
      </List>
    </Section>
  );
}
