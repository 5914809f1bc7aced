import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import type { SaveFault } from '../actions.ts';
import { loadNewest } from '../queries.ts';
import { SaveFaultNotice } from '../save-fault.tsx';
import type { KeptOf } from '../tables.ts';
import { useDiary } from '../use-diary.ts';
import { useSave } from '../use-save.ts';

/** What the person chose about self-help; undefined before the welcome. */
export function loadNewestProfile(database: PersonDatabase): Promise<KeptOf<'profile'> | undefined> {
  return loadNewest(database, 'profile');
}

/** The switch for the question about use: off by default, and beside it who can see the answer (domain.md 2.2). */
export function AskUse() {
  const { t } = useTranslation('selfhelp');
  const save = useSave();
  const [fault, setFault] = useState<SaveFault['code']>();
  const profile = useDiary(loadNewestProfile, [])?.record.body;
  if (profile === undefined) return null;
  const on = profile.asksUse;
  const turn = async () => {
    const saved = await save('profile', { ...profile, asksUse: !on });
    setFault(saved.ok ? undefined : saved.error.code);
  };
  return (
    <Card
      icon={CircleHelp}
      title={t('checkIn.askTitle')}
      tone="outline"
      actions={<Button onClick={() => { void turn(); }}>{on ? t('checkIn.askOff') : t('checkIn.askOn')}</Button>}
    >
      <SaveFaultNotice fault={fault} />
      <p>{on ? t('checkIn.askOnBody') : t('checkIn.askBody')}</p>
    </Card>
  );
}
