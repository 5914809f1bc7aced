import { Check, NotebookPen } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { findRecoveryWord } from '#protocol/session/recovery-words.ts';
import { usePerson } from '../../session/use-person.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Row } from '../../ui/row.tsx';
import { Stack } from '../../ui/stack.tsx';
import { keepSheet } from '../recovery-actions.ts';
import { pickAsked } from '../pick-asked.ts';
import { WordField } from './word-field.tsx';

type ShowWordsProps = { readonly words: readonly string[]; readonly onDone: () => void };

/** The twelve words, to be written down. */
export function ShowWords({ words, onDone }: ShowWordsProps) {
  const { t } = useTranslation('recovery');
  return (
    <Stack>
      <ol className="recovery-words" aria-label={t('words.list')} dir="ltr" lang="en">
        {words.map((word, at) => (
          // Two of the twelve may be the same word.
          <li key={`${String(at)} ${word}`}><span>{at + 1}</span> <b>{word}</b></li>
        ))}
      </ol>
      <p>{t('words.help')}</p>
      <p><Button kind="primary" size="large" icon={NotebookPen} onClick={onDone}>{t('words.done')}</Button></p>
    </Stack>
  );
}

type CheckWordsProps = { readonly words: readonly string[]; readonly box: string; readonly onAgain: () => void; readonly onKept: () => void };

/** Asks for three of the words, and keeps the sheet only then: a sheet that cannot be read is none. */
export function CheckWords({ words, box, onAgain, onKept }: CheckWordsProps) {
  const { t } = useTranslation('recovery');
  const person = usePerson();
  const [asked] = useState(() => pickAsked(words.length, () => Math.random()));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [judged, setJudged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<'storage-full' | 'signed-out' | 'failed'>();
  const isRight = (at: number) => findRecoveryWord(typed[at] ?? '') === words[at];
  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    setJudged(true);
    if (!asked.every(isRight)) return;
    setBusy(true);
    const kept = await keepSheet(person, box, Date.now()).catch(() => undefined);
    setBusy(false);
    if (kept?.ok === true) onKept();
    else setFault(kept?.error.code ?? 'failed');
  }
  return (
    <form noValidate onSubmit={(event) => { void submit(event); }}>
      <Stack>
        {fault !== undefined && <Notice tone="attention" live="assertive">{t(`fault.${fault}`)}</Notice>}
        {asked.map((at) => (
          <WordField
            key={at}
            label={t('check.word', { number: at + 1 })}
            value={typed[at] ?? ''}
            onChange={(word) => { setTyped({ ...typed, [at]: word }); setJudged(false); }}
            error={judged && !isRight(at) ? t('check.wrong', { number: at + 1 }) : undefined}
          />
        ))}
        <Row>
          <Button type="submit" kind="primary" size="large" icon={Check} busy={busy} busyWord={t('check.busy')}>{t('check.finish')}</Button>
          <Button size="large" onClick={onAgain}>{t('check.see')}</Button>
        </Row>
      </Stack>
    </form>
  );
}
