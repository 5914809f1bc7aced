import { LifeBuoy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { safetyPlanParts } from '#protocol/selfhelp/safety-plan.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { loadNewest } from '../queries.ts';
import { useDiary } from '../use-diary.ts';

/** The person's plan on the Act now screen; only for whoever is signed in. `onMake` leads to where it is written. */
export function MySafetyPlan({ onMake }: { readonly onMake: () => void }) {
  const { t } = useTranslation('measures');
  const found = useDiary(async (database) => (await loadNewest(database, 'safety-plan')) ?? null, []);
  if (found === undefined) return null;
  const plan = found?.record.body;
  const written = plan === undefined ? [] : safetyPlanParts.filter((part) => plan[part].trim() !== '');
  return (
    <Card icon={LifeBuoy} title={t('plan.title')} actions={<Button onClick={onMake}>{written.length === 0 ? t('plan.make') : t('plan.change')}</Button>}>
      {plan === undefined || written.length === 0 ? <p>{t('plan.none')}</p> : (
        <dl className="act-now-plan">
          {written.map((part) => (
            <div key={part}>
              <dt>{t(`plan.${part}`)}</dt>
              <dd dir="auto">{plan[part]}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
