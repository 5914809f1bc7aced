import { useTranslation } from 'react-i18next';
import { responses, triggers } from '#protocol/selfhelp/schema.ts';
import { CheckboxGroup } from '../../../ui/checkbox-group.tsx';
import { FaceScale } from '../../../ui/face-scale.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { StrengthScale } from '../../../ui/strength-scale.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { NOTE_LIMIT, pickResponses, pickTriggers, type CheckInForm } from '../check-in-form.ts';

type CheckInFieldsProps = {
  readonly form: CheckInForm;
  readonly onChange: (form: CheckInForm) => void;
  /** True after the first press on Save: then what is missing is said beside it. */
  readonly asked: boolean;
};

/** The questions of a day's page, the two that are needed first. */
export function CheckInFields({ form, onChange, asked }: CheckInFieldsProps) {
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
      <CheckboxGroup
        legend={t('checkIn.responses')}
        hint={t('checkIn.responsesHint')}
        options={responses.map((value) => ({ value, label: t(`response.${value}`) }))}
        values={form.responses}
        onChange={(picked) => { set({ responses: pickResponses(form.responses, picked) }); }}
        columns={3}
      />
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
