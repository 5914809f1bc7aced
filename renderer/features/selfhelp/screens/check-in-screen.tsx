import { Save } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { FormErrors } from '../../../ui/form-errors.tsx';
import { Page } from '../../../ui/page.tsx';
import { usePerson } from '../../../session/use-person.ts';
import { useWhen } from '../../../text/use-when.ts';
import { saveCheckIn } from '../actions.ts';
import { EMPTY_CHECK_IN, fillFrom, finishCheckIn, type CheckInForm } from '../check-in-form.ts';
import { loadPageOf } from '../queries.ts';
import { CheckInFields } from './check-in-fields.tsx';
import { CheckInSaved } from './check-in-saved.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { localToday, noonOf } from './use-diary.ts';
import { WhoSees } from './who-sees.tsx';

/** Under a minute: a face, a number, and whatever else one likes. */
export function CheckInScreen(props: SelfhelpScreenProps) {
  const { t } = useTranslation('selfhelp');
  const { date } = useWhen();
  const { database, outbox } = usePerson();
  // The day is that of opening the form: midnight while filling it in does not move the page.
  const [day] = useState(localToday);
  const [form, setForm] = useState<CheckInForm>(EMPTY_CHECK_IN);
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<'writing' | 'saving' | 'saved' | 'full'>('writing');

  useEffect(() => {
    let gone = false;
    void loadPageOf(database, day).then((page) => {
      // Only into an untouched form: what somebody has just picked stays.
      if (!gone && page !== undefined) setForm((now) => (now === EMPTY_CHECK_IN ? fillFrom(page.checkIn) : now));
    });
    return () => { gone = true; };
  }, [database, day]);

  async function save() {
    setAsked(true);
    const finished = finishCheckIn(form, day, Date.now());
    if (finished === undefined) return;
    setState('saving');
    const saved = await saveCheckIn({ database, outbox }, finished);
    setState(saved.ok ? 'saved' : 'full');
  }

  if (state === 'saved') return <CheckInSaved {...props} mood={form.mood ?? 3} craving={form.craving ?? 0} />;
  const missing = [
    ...(form.mood === null ? [{ key: 'mood', text: t('checkIn.needMood') }] : []),
    ...(form.craving === null ? [{ key: 'craving', text: t('checkIn.needCraving') }] : []),
  ];
  return (
    <Page
      title={t('checkIn.title')}
      lead={t('checkIn.for', { date: date(noonOf(day)) })}
      back={{ word: t('title'), onClick: props.back }}
      focusTitle
      footer={
        <Button kind="primary" size="large" icon={Save} busy={state === 'saving'} busyWord={t('checkIn.busy')} onClick={() => { void save(); }}>
          {t('checkIn.save')}
        </Button>
      }
    >
      {asked && missing.length > 0 && <FormErrors title={t('checkIn.missing')} errors={missing} />}
      {state === 'full' && <FormErrors title={t('error.title', { ns: 'app' })} errors={[{ key: 'full', text: t('checkIn.full') }]} />}
      <CheckInFields form={form} onChange={setForm} asked={asked} />
      <WhoSees />
    </Page>
  );
}
