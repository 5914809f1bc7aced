import { Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { responses, triggers } from '#protocol/selfhelp/check-in.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormErrors } from '../../../ui/form-errors.tsx';
import { Page } from '../../../ui/page.tsx';
import { usePerson } from '../../../session/use-person.ts';
import { useWhen } from '../../../text/use-when.ts';
import { checkInFormSchema, EMPTY_CHECK_IN, fillFrom, finishCheckIn } from '../check-in-form.ts';
import type { SaveFault } from '../actions.ts';
import { loadPageOf } from '../queries.ts';
import { useFaultWords } from '../save-fault.tsx';
import { ChooseNotice } from '../versions/choose-notice.tsx';
import { AskUse, loadNewestProfile } from './ask-use.tsx';
import { CheckInFields } from './check-in-fields.tsx';
import { CheckInSaved } from './check-in-saved.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { localToday, noonOf, useDiary } from '../use-diary.ts';
import { useKeptDraft } from '../use-kept-draft.ts';
import { useSave } from '../use-save.ts';
import { WhoSees } from './who-sees.tsx';

/** The questions and their answers read aloud, in the order of the screen. */
const HEARD = [
  'checkIn.title', 'checkIn.mood', ...(['m1', 'm2', 'm3', 'm4', 'm5'] as const).map((mood) => `checkIn.moods.${mood}` as const),
  'checkIn.craving', 'checkIn.cravingHint', 'checkIn.sleep', 'checkIn.sleepHint',
  'checkIn.triggers', 'checkIn.triggersHint', ...triggers.map((trigger) => `trigger.${trigger}` as const),
  'checkIn.responses', 'checkIn.responsesHint', ...responses.map((response) => `response.${response}` as const),
  'checkIn.note', 'checkIn.noteHint', 'who.title', 'who.body', 'who.copy',
] as const;

/** Under a minute: a face, a number, and whatever else one likes. */
export function CheckInScreen(props: SelfhelpScreenProps) {
  const { t } = useTranslation('selfhelp');
  const { date } = useWhen();
  const { database } = usePerson();
  const save = useSave();
  const faultWords = useFaultWords();
  // The day is that of opening the form: midnight while filling it in does not move the page.
  const [day] = useState(localToday);
  const draftKey = `check-in|${day}`;
  const draft = useKeptDraft({
    key: draftKey,
    schema: checkInFormSchema,
    start: async () => {
      const page = await loadPageOf(database, day);
      return page === undefined ? EMPTY_CHECK_IN : fillFrom(page.record.body);
    },
  });
  const form = draft.value ?? EMPTY_CHECK_IN;
  const asksUse = useDiary(loadNewestProfile, [])?.record.body.asksUse ?? false;
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<'writing' | 'saving' | 'saved' | SaveFault['code']>('writing');

  async function finish() {
    setAsked(true);
    const finished = finishCheckIn(form, day, Date.now(), asksUse);
    if (finished === undefined) return;
    setState('saving');
    const saved = await draft.become(() => save('check-in', finished, { day, draft: draftKey }));
    setState(saved.ok ? 'saved' : saved.error.code);
  }

  if (state === 'saved') return <CheckInSaved {...props} page={{ mood: form.mood ?? 3, craving: form.craving ?? 0, triggers: [...form.triggers] }} />;
  const fault = state !== 'writing' && state !== 'saving' ? state : draft.state === 'full' ? ('storage-full' as const) : undefined;
  const missing = [
    ...(form.mood === null ? [{ key: 'mood', text: t('checkIn.needMood') }] : []),
    ...(form.craving === null ? [{ key: 'craving', text: t('checkIn.needCraving') }] : []),
  ];
  return (
    <Page
      title={t('checkIn.title')}
      lead={t('checkIn.for', { date: date(noonOf(day)) })}
      back={{ word: t('title'), onClick: props.back }}
      actions={<Listen says={HEARD.map((key) => t(key))} />}
      focusTitle
      footer={
        <Button kind="primary" size="large" icon={Save} busy={state === 'saving'} busyWord={t('checkIn.busy')} onClick={() => { void finish(); }}>
          {t('checkIn.save')}
        </Button>
      }
    >
      {asked && missing.length > 0 && <FormErrors title={t('checkIn.missing')} errors={missing} />}
      {fault !== undefined && <FormErrors title={t('error.title', { ns: 'app' })} errors={[{ key: 'fault', text: faultWords(fault, t('checkIn.full')) }]} />}
      <ChooseNotice kind="check-in" thing={`check-in|${day}`} go={props.go} />
      <ChooseNotice kind="profile" go={props.go} />
      <CheckInFields form={form} onChange={draft.change} asked={asked} asksUse={asksUse} />
      <AskUse />
      <WhoSees />
    </Page>
  );
}
