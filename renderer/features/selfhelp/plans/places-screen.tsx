import { Save } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod/mini';
import { MAX_PLAN_LINES } from '#protocol/selfhelp/plan.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { Grid } from '../../../ui/grid.tsx';
import { Page } from '../../../ui/page.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { SaveFaultNotice } from '../save-fault.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { ChooseNotice } from '../versions/choose-notice.tsx';
import { LinesField } from './lines-field.tsx';
import { addLine } from './plan-rules.ts';
import { useSinglePlan } from './use-single-plan.ts';

const listSchema = z.strictObject({ lines: z.array(z.string()), typing: z.string() });
const formSchema = z.strictObject({ avoid: listSchema, seek: listSchema });
type Side = keyof z.infer<typeof formSchema>;

/** People and places to keep away from, and to go towards. */
export function PlacesScreen({ go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation(['plans', 'app']);
  const { form, change, finish, isSaving, fault } = useSinglePlan({
    type: 'people-places',
    schema: formSchema,
    toForm: (plan) => ({ avoid: { lines: plan?.avoid ?? [], typing: '' }, seek: { lines: plan?.seek ?? [], typing: '' } }),
    // What was typed and not added is meant.
    toPlan: ({ avoid, seek }) => ({ type: 'people-places', avoid: addLine(avoid.lines, avoid.typing, MAX_PLAN_LINES), seek: addLine(seek.lines, seek.typing, MAX_PLAN_LINES) }),
  });
  if (form === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const field = (side: Side) => (
    <LinesField
      title={t(`places.${side}`)}
      hint={t(`places.${side}Hint`)}
      label={t(`places.${side}Label`)}
      lines={form[side].lines}
      most={MAX_PLAN_LINES}
      typing={form[side].typing}
      onType={(typing) => { change({ ...form, [side]: { ...form[side], typing } }); }}
      onAdd={() => { change({ ...form, [side]: { lines: addLine(form[side].lines, form[side].typing, MAX_PLAN_LINES), typing: '' } }); }}
      onRemove={(line) => { change({ ...form, [side]: { ...form[side], lines: form[side].lines.filter((one) => one !== line) } }); }}
    />
  );
  return (
    <Page
      title={t('places.title')}
      lead={t('places.lead')}
      back={{ word: t('title'), onClick: back }}
      actions={<Listen says={[t('places.title'), t('places.lead'), t('places.avoid'), t('places.avoidHint'), t('places.seek'), t('places.seekHint')]} />}
      width="wide"
      focusTitle
      footer={<Button kind="primary" size="large" icon={Save} busy={isSaving} busyWord={t('saving')} onClick={() => { void finish(back); }}>{t('save')}</Button>}
    >
      <SaveFaultNotice fault={fault} />
      <ChooseNotice kind="plan" thing="plan|people-places" go={go} />
      <Grid min="lg">
        {field('avoid')}
        {field('seek')}
      </Grid>
    </Page>
  );
}
