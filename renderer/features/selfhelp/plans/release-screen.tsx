import { Save } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod/mini';
import { MAX_OWN_STEPS, MAX_PLAN_WORDS, releaseSteps, type ReleaseStep } from '#protocol/selfhelp/plan.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { SaveFaultNotice } from '../save-fault.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { ChooseNotice } from '../versions/choose-notice.tsx';
import { LinesField } from './lines-field.tsx';
import { addLine } from './plan-rules.ts';
import { useSinglePlan } from './use-single-plan.ts';
import './plans.css';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const formSchema = z.strictObject({
  date: z.string(),
  done: z.array(z.enum(releaseSteps)),
  notes: z.partialRecord(z.enum(releaseSteps), z.string()),
  own: z.array(z.strictObject({ words: z.string(), done: z.boolean() })),
  typing: z.string(),
});
type ReleaseForm = z.infer<typeof formSchema>;

/** The day of release, hour by hour, as a checklist. It warns of lost tolerance: the first weeks out are the most dangerous. */
export function ReleaseScreen({ go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation(['plans', 'app']);
  const { form, change, finish, isSaving, fault } = useSinglePlan({
    type: 'release-day',
    schema: formSchema,
    toForm: (plan): ReleaseForm => ({ date: plan?.date ?? '', done: plan?.done ?? [], notes: plan?.notes ?? {}, own: plan?.own ?? [], typing: '' }),
    toPlan: ({ date, done, notes, own, typing }) => ({ type: 'release-day', date: DAY.test(date) ? date : null, done, notes, own: addOwn(own, typing) }),
  });
  if (form === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  return (
    <Page
      title={t('release.title')}
      lead={t('release.lead')}
      back={{ word: t('title'), onClick: back }}
      actions={<Listen says={[t('release.title'), t('release.lead'), t('release.danger'), t('release.dangerMore'), ...releaseSteps.map((step) => t(`release.step.${step}`))]} />}
      focusTitle
      footer={<Button kind="primary" size="large" icon={Save} busy={isSaving} busyWord={t('saving')} onClick={() => { void finish(back); }}>{t('save')}</Button>}
    >
      <SaveFaultNotice fault={fault} />
      <ChooseNotice kind="plan" thing="plan|release-day" go={go} />
      <Notice tone="attention" title={t('release.danger')}>{t('release.dangerMore')}</Notice>
      <TextField label={t('release.date')} hint={t('release.dateHint')} type="date" width="medium" value={form.date} onChange={(date) => { change({ ...form, date }); }} />
      <Stack gap="md">
        {releaseSteps.map((step) => <StepField key={step} step={step} form={form} onChange={change} />)}
      </Stack>
      <OwnSteps form={form} onChange={change} />
    </Page>
  );
}

type FieldProps = { readonly form: ReleaseForm; readonly onChange: (form: ReleaseForm) => void };

function StepField({ step, form, onChange }: FieldProps & { readonly step: ReleaseStep }) {
  const { t } = useTranslation('plans');
  const done = form.done.includes(step);
  return (
    <div className="plan-step" role="group" aria-label={t(`release.step.${step}`)}>
      <Checkbox label={t(`release.step.${step}`)} checked={done} onChange={(checked) => { onChange({ ...form, done: checked ? [...form.done, step] : form.done.filter((one) => one !== step) }); }} />
      <TextField label={t('release.note')} value={form.notes[step] ?? ''} onChange={(note) => { onChange({ ...form, notes: { ...form.notes, [step]: note } }); }} maxLength={MAX_PLAN_WORDS} dir="auto" />
    </div>
  );
}

function OwnSteps({ form, onChange }: FieldProps) {
  const { t } = useTranslation('plans');
  return (
    <LinesField
      title={t('release.own')}
      hint={t('release.ownHint')}
      label={t('release.ownLabel')}
      lines={form.own.map(({ words }) => words)}
      most={MAX_OWN_STEPS}
      typing={form.typing}
      onType={(typing) => { onChange({ ...form, typing }); }}
      onAdd={() => { onChange({ ...form, own: addOwn(form.own, form.typing), typing: '' }); }}
      onRemove={(line) => { onChange({ ...form, own: form.own.filter(({ words }) => words !== line) }); }}
    />
  );
}

function addOwn(own: ReleaseForm['own'], words: string): ReleaseForm['own'] {
  return addLine(own.map((one) => one.words), words, MAX_OWN_STEPS).map((line) => own.find((one) => one.words === line) ?? { words: line, done: false });
}
