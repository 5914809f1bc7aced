import { Save } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EMPTY_SAFETY_PLAN, SAFETY_PLAN_LETTERS, safetyPlanParts, safetyPlanSchema, type SafetyPlan } from '#protocol/selfhelp/safety-plan.ts';
import { usePerson } from '../../../session/use-person.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { WhatHelpsMe } from '../toolbox/what-helps-me.tsx';
import type { SaveFault } from '../actions.ts';
import { loadNewest } from '../queries.ts';
import { useFaultWords } from '../save-fault.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { ChooseNotice } from '../versions/choose-notice.tsx';
import { useKeptDraft } from '../use-kept-draft.ts';
import { useSave } from '../use-save.ts';

const DRAFT = 'safety-plan';

/**
 * The person's own plan for a bad day, written on a calm one. Words of danger belong here, so they open nothing.
 */
export function SafetyPlanScreen({ go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation('measures');
  const { database } = usePerson();
  const save = useSave();
  const faultWords = useFaultWords();
  const draft = useKeptDraft<SafetyPlan>({
    key: DRAFT,
    schema: safetyPlanSchema,
    start: async () => (await loadNewest(database, 'safety-plan'))?.record.body ?? EMPTY_SAFETY_PLAN,
  });
  const [state, setState] = useState<'writing' | 'saving' | 'saved' | SaveFault['code']>('writing');
  const plan = draft.value;
  if (plan === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const tooLong = safetyPlanParts.some((part) => [...plan[part]].length > SAFETY_PLAN_LETTERS);
  async function finish(finished: SafetyPlan) {
    setState('saving');
    const saved = await draft.become(() => save('safety-plan', finished, { draft: DRAFT }));
    setState(saved.ok ? 'saved' : saved.error.code);
  }
  const fault = state !== 'writing' && state !== 'saving' && state !== 'saved' ? state : draft.state === 'full' ? ('storage-full' as const) : undefined;
  return (
    <Page
      title={t('plan.title')}
      lead={t('plan.lead')}
      back={{ word: t('title'), onClick: back }}
      focusTitle
      footer={<Button kind="primary" size="large" icon={Save} disabled={tooLong} busy={state === 'saving'} busyWord={t('plan.busy')} onClick={() => { void finish(plan); }}>{t('plan.save')}</Button>}
    >
      {state === 'saved' && <Notice tone="good" live="polite" title={t('plan.saved')} />}
      {fault !== undefined && <Notice tone="danger" live="assertive" title={faultWords(fault, t('plan.full'))} />}
      <ChooseNotice kind="safety-plan" go={go} />
      <Suspense><WhatHelpsMe /></Suspense>
      {safetyPlanParts.map((part) => (
        <TextArea
          key={part}
          label={t(`plan.${part}`)}
          hint={t(`plan.${part}Hint`)}
          rows={3}
          value={plan[part]}
          limit={SAFETY_PLAN_LETTERS}
          countText={(left, over) => (over > 0 ? t('plan.over', { count: over }) : t('plan.left', { count: left }))}
          onChange={(value) => { setState('writing'); draft.change({ ...plan, [part]: value }); }}
        />
      ))}
    </Page>
  );
}
