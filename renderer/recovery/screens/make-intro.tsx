import { EyeOff, NotebookPen, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '#protocol/session/recovery-sheet.ts';
import { usePerson } from '../../session/use-person.ts';
import { useWhen } from '../../text/use-when.ts';
import { Button } from '../../ui/button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Row } from '../../ui/row.tsx';
import { makeSheet } from '../recovery-actions.ts';
import { useRecovery } from '../use-recovery.ts';

type MakeIntroProps = { readonly onMade: (sheet: RecoverySheet) => void; readonly onGive: () => void };

/** What the words are for, who has them, and what becomes of an older sheet. */
export function MakeIntro({ onMade, onGive }: MakeIntroProps) {
  const { t } = useTranslation('recovery');
  const { date } = useWhen();
  const person = usePerson();
  const recovery = useRecovery();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<'signed-out' | 'failed'>();
  async function make() {
    setBusy(true);
    const made = await makeSheet(person).catch(() => undefined);
    setBusy(false);
    if (made?.ok === true) onMade(made.value);
    else setFault(made?.error.code ?? 'failed');
  }
  const madeAt = recovery?.state.madeAt ?? null;
  const hasOthers = (recovery?.others.length ?? 0) > 0;
  return (
    <>
      {fault !== undefined && <Notice tone="attention" live="assertive">{t(`fault.${fault}`)}</Notice>}
      {madeAt !== null && <Notice tone="info">{t('intro.made', { date: date(madeAt) })} {t('intro.again')} {hasOthers && t('intro.others')}</Notice>}
      <List label={t('title')}>
        <ListRow icon={NotebookPen} title={t('intro.paper')} />
        <ListRow icon={EyeOff} title={t('intro.who')} />
        <ListRow icon={ShieldAlert} title={t('intro.safe')} />
      </List>
      <Row>
        <Button kind="primary" size="large" busy={busy} busyWord={t('words.making')} onClick={() => { void make(); }}>{madeAt === null ? t('ask.make') : t('intro.makeNew')}</Button>
        {hasOthers && <Button size="large" onClick={onGive}>{t('ask.give')}</Button>}
      </Row>
    </>
  );
}
