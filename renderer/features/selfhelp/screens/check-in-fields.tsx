import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { dayParts, helpedAnswers, responses, triggers } from '#protocol/selfhelp/check-in.ts';
import { triggerAreas } from '#protocol/selfhelp/rules.ts';
import { areas } from '#protocol/selfhelp/schema.ts';
import { CheckboxGroup } from '../../../ui/checkbox-group.tsx';
import { FaceScale } from '../../../ui/face-scale.tsx';
import { RadioCards } from '../../../ui/radio-cards.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { StrengthScale } from '../../../ui/strength-scale.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { didSomething, NOTE_LIMIT, pickResponses, pickTriggers, type CheckInForm } from '../check-in-form.ts';

type CheckInFieldsProps = {
  readonly form: CheckInForm;
  readonly onChange: (form: CheckInForm) => void;
  /** True after the first press on Save: then what is missing is said beside it. */
  readonly asked: boolean;
  /** The question about use, which is off until the person switches it on. */
  readonly asksUse: boolean;
};

/** The questions of a day's page, the two that are needed first. */
export function CheckInFields({ form, onChange, asked, asksUse }: CheckInFieldsProps) {
  const { t } = useTranslation('selfhelp');
  const set = (changed: Partial<CheckInForm>) => { onChange({ ...form, ...changed }); };
  return (
    <Stack gap="lg">
      <FaceScale
        legend={t('checkIn.mood')}
        value={form.mood}
        onChange={(mood) => { set({ mood }); }}
        words={[t('checkIn.moods.m1'), t('checkIn.moods.m2'), t('checkIn.moods.m3'), t('checkIn.moods.m4'), t('checkIn.moods.m5')]}
        error={asked && form.mood === null ? t('checkIn.needMood') : undefined}
      />
      <StrengthScale
        legend={t('checkIn.craving')}
        hint={t('checkIn.cravingHint')}
        value={form.craving}
        onChange={(craving) => { set({ craving }); }}
        lowWord={t('checkIn.cravingLow')}
        highWord={t('checkIn.cravingHigh')}
        error={asked && form.craving === null ? t('checkIn.needCraving') : undefined}
      />
      {form.craving !== null && form.craving > 0 && (
        <RadioCards
          legend={`${t('checkIn.strongest')} (${t('checkIn.optional')})`}
          options={dayParts.map((value) => ({ value, label: t(`dayPart.${value}`) }))}
          value={form.strongest}
          onChange={(strongest) => { set({ strongest }); }}
          columns={4}
        />
      )}
      <StrengthScale
        legend={t('checkIn.sleep')}
        hint={t('checkIn.sleepHint')}
        value={form.sleep}
        onChange={(sleep) => { set({ sleep }); }}
        lowWord={t('checkIn.sleepLow')}
        highWord={t('checkIn.sleepHigh')}
      />
      <CheckboxGroup
        legend={t('checkIn.triggers')}
        hint={t('checkIn.triggersHint')}
        options={triggers.map((value) => ({ value, label: t(`trigger.${value}`) }))}
        values={form.triggers}
        onChange={(picked) => { set({ triggers: pickTriggers(form.triggers, picked) }); }}
        columns={3}
      />
      <Suspense><OnMap triggers={form.triggers} /></Suspense>
      <CheckboxGroup
        legend={t('checkIn.responses')}
        hint={t('checkIn.responsesHint')}
        options={responses.map((value) => ({ value, label: t(`response.${value}`) }))}
        values={form.responses}
        onChange={(picked) => { set({ responses: pickResponses(form.responses, picked) }); }}
        columns={3}
      />
      <Afterwards form={form} set={set} asksUse={asksUse} />
      <TextArea
        label={`${t('checkIn.note')} (${t('checkIn.optional')})`}
        hint={t('checkIn.noteHint')}
        value={form.note}
        onChange={(note) => { set({ note }); }}
        rows={4}
        limit={NOTE_LIMIT}
        countText={(left, over) => (over ? t('checkIn.noteOver', { count: Math.abs(left) }) : t('checkIn.noteLeft', { count: left }))}
      />
    </Stack>
  );
}

/** To which areas of the balance map what set it off belongs. */
function OnMap({ triggers: picked }: Pick<CheckInForm, 'triggers'>) {
  const { t } = useTranslation(['selfhelp', 'balance']);
  const touched = areas.filter((area) => picked.some((trigger) => trigger !== 'nothing' && triggerAreas[trigger] === area));
  if (touched.length === 0) return null;
  return <p role="status">{t('checkIn.onMap', { areas: touched.map((area) => t(`area.${area}`, { ns: 'balance' })).join(', ') })}</p>;
}

type AfterwardsProps = { readonly form: CheckInForm; readonly set: (changed: Partial<CheckInForm>) => void; readonly asksUse: boolean };

/** What is asked only of some: whether what one did helped, and about use where the person wants to be asked. */
function Afterwards({ form, set, asksUse }: AfterwardsProps) {
  const { t } = useTranslation('selfhelp');
  return (
    <>
      {didSomething(form) && (
        <RadioCards
          legend={`${t('checkIn.helped')} (${t('checkIn.optional')})`}
          options={helpedAnswers.map((value) => ({ value, label: t(`checkIn.helps.${value}`) }))}
          value={form.helped}
          onChange={(helped) => { set({ helped }); }}
          columns={3}
        />
      )}
      {asksUse && (
        <RadioCards
          legend={`${t('checkIn.used')} (${t('checkIn.optional')})`}
          hint={t('checkIn.usedHint')}
          options={[{ value: 'no', label: t('checkIn.usedNo') }, { value: 'yes', label: t('checkIn.usedYes') }]}
          value={form.used === null ? null : form.used ? 'yes' : 'no'}
          onChange={(used) => { set({ used: used === 'yes' }); }}
          columns={3}
        />
      )}
    </>
  );
}
