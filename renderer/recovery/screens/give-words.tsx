import { KeyRound } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { findRecoveryWord, RECOVERY_WORD_COUNT } from '#protocol/session/recovery-words.ts';
import { usePerson } from '../../session/use-person.ts';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { giveWords, type GiveFault } from '../recovery-actions.ts';
import { WordField } from './word-field.tsx';

/** Twelve fields for the words of a sheet. */
export function GiveWords({ onGiven }: { readonly onGiven: () => void }) {
  const { t } = useTranslation('recovery');
  const person = usePerson();
  const [typed, setTyped] = useState<readonly string[]>(() => Array.from({ length: RECOVERY_WORD_COUNT }, () => ''));
  const [judged, setJudged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<GiveFault['code'] | 'failed'>();
  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    setJudged(true);
    if (busy || !typed.every((word) => findRecoveryWord(word) !== undefined)) return;
    setBusy(true);
    const given = await giveWords(person, typed, Date.now()).catch(() => undefined);
    setBusy(false);
    if (given?.ok === true) onGiven();
    else setFault(given?.error.code ?? 'failed');
  }
  return (
    <form noValidate onSubmit={(event) => { void submit(event); }}>
      <Stack>
        {fault !== undefined && <Notice tone="attention" live="assertive">{t(`fault.${fault}`)}</Notice>}
        <Grid min="sm">
          {typed.map((word, at) => (
            <WordField
              key={at}
              label={t('give.word', { number: at + 1 })}
              value={word}
              onChange={(next) => { setTyped(typed.with(at, next)); setFault(undefined); setJudged(false); }}
              error={judged && findRecoveryWord(word) === undefined ? t('give.unknown') : undefined}
            />
          ))}
        </Grid>
        <p><Button type="submit" kind="primary" size="large" icon={KeyRound} busy={busy} busyWord={t('give.busy')}>{t('give.submit')}</Button></p>
      </Stack>
    </form>
  );
}
