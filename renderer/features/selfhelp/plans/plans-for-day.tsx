import { useTranslation } from 'react-i18next';
import type { CheckIn } from '#protocol/selfhelp/check-in.ts';
import { List } from '../../../ui/list.tsx';
import { Section } from '../../../ui/section.tsx';
import { listRecords } from '../queries.ts';
import { useDiary } from '../use-diary.ts';
import { PlanRow } from './plan-row.tsx';
import { plansFor } from './plan-rules.ts';

/** The plans that today's page calls for; nothing where there are none. */
export function PlansForDay({ page }: { readonly page: Pick<CheckIn, 'triggers' | 'mood' | 'craving'> }) {
  const { t } = useTranslation('plans');
  const plans = useDiary((database) => listRecords(database, 'plan'), []);
  const called = plansFor(page, plans ?? []);
  if (called.length === 0) return null;
  return (
    <Section title={t('forToday')} hint={t('forTodayHint')}>
      <List label={t('forToday')}>
        {called.map((plan) => <PlanRow key={plan.recordId} plan={plan} />)}
      </List>
    </Section>
  );
}
