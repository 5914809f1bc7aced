import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_DOCUMENT, type Note } from '#protocol/education/note.ts';
import { useWhen } from '../../../text/use-when.ts';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Kept } from '../study/study-queries.ts';
import { useAutosave, type Saving } from './use-autosave.ts';

type NoteEditorProps = {
  readonly note: Kept<Note> | undefined;
  readonly beside?: Note['beside'] | undefined;
  /** The title a new note begins with. */
  readonly title?: string | undefined;
  /** Beside a lesson there is no room, and no need, for a title. */
  readonly titleHidden?: boolean | undefined;
};

/** A title and a text that save themselves. */
export function NoteEditor({ note, beside, title: firstTitle = '', titleHidden = false }: NoteEditorProps) {
  const { t } = useTranslation('study');
  const [title, setTitle] = useState(note?.thing.title ?? firstTitle);
  const [body, setBody] = useState(note?.thing.body ?? '');
  const { saving, write } = useAutosave(note?.recordId);
  const about = note?.thing.beside ?? beside;
  const change = (next: { readonly title: string; readonly body: string }) => {
    setTitle(next.title);
    setBody(next.body);
    write({ ...next, ...(about === undefined ? {} : { beside: about }) });
  };
  return (
    <>
      {titleHidden ? null : <TextField label={t('titleLabel')} value={title} maxLength={200} dir="auto" onChange={(next) => { change({ title: next, body }); }} />}
      <TextArea label={t('bodyLabel')} value={body} rows={titleHidden ? 10 : 14} limit={MAX_DOCUMENT} used={body.length} onChange={(next) => { change({ title, body: next }); }}
        countText={(left, over) => (over > 0 ? t('over', { over }) : t('left', { left }))} />
      <SavedLine saving={saving} />
    </>
  );
}

/** Says how the saving stands, and nothing better than the truth. */
function SavedLine({ saving }: { readonly saving: Saving }) {
  const { t } = useTranslation('study');
  const { when } = useWhen();
  const words = { new: '', waiting: t('saving'), full: t('notSaved'), 'too-long': t('tooLong'), saved: saving.state === 'saved' ? t('savedAt', { time: when(saving.at) }) : '' };
  return <p role={saving.state === 'full' || saving.state === 'too-long' ? 'alert' : undefined} className="education-facts">{words[saving.state]}</p>;
}
