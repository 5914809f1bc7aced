import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';

/** Who can read the diary: nobody else. On every screen where something is written into it. */
export function WhoSees() {
  const { t } = useTranslation('selfhelp');
  return (
    <Card icon={Lock} title={t('who.title')} tone="outline">
      <p>{t('who.body')}</p>
      <p>{t('who.copy')}</p>
    </Card>
  );
}
