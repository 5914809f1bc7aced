import { KeyRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../session/use-person.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { skipSheet } from '../recovery-actions.ts';
import { useRecovery } from '../use-recovery.ts';

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }));

/** Asks on the first screen for a recovery sheet, until there is one or the person has said no and been told what that costs. */
export function RecoveryAsk({ onOpen }: { readonly onOpen: (step: 'intro' | 'give') => void }) {
  const { t } = useTranslation('recovery');
  const [asking, setAsking] = useState(false);
  const stands = useRecovery()?.stands;
  if (stands !== 'none' && stands !== 'elsewhere') return null;
  const isElsewhere = stands === 'elsewhere';
  return (
    <Card
      icon={KeyRound}
      tone="warm"
      title={t('ask.title')}
      actions={
        <>
          {isElsewhere && <Button kind="primary" onClick={() => { onOpen('give'); }}>{t('ask.give')}</Button>}
          <Button kind={isElsewhere ? 'secondary' : 'primary'} onClick={() => { onOpen('intro'); }}>{t('ask.make')}</Button>
          <Button kind="quiet" onClick={() => { setAsking(true); }}>{t('ask.notNow')}</Button>
        </>
      }
    >
      <p>{isElsewhere ? t('ask.elsewhere') : t('ask.body')}</p>
      {asking && <Suspense><SkipDialog onClose={() => { setAsking(false); }} /></Suspense>}
    </Card>
  );
}

function SkipDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('recovery');
  const person = usePerson();
  const [fault, setFault] = useState<'storage-full' | 'signed-out' | 'failed'>();
  async function skip() {
    const skipped = await skipSheet(person).catch(() => undefined);
    if (skipped?.ok === true) onClose();
    else setFault(skipped?.error.code ?? 'failed');
  }
  return (
    <ConfirmDialog open title={t('skip.title')} confirmWord={t('skip.confirm')} cancelWord={t('skip.cancel')} onCancel={onClose} onConfirm={() => { void skip(); }}>
      {fault !== undefined && <Notice tone="attention" live="assertive">{t(`fault.${fault}`)}</Notice>}
      <p>{t('skip.lost')}</p>
      <p>{t('skip.rest')}</p>
      <p>{t('skip.later')}</p>
    </ConfirmDialog>
  );
}
