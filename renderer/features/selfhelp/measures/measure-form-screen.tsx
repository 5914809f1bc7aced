import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instrument } from '#protocol/selfhelp/measures/instrument.ts';
import { useAlerts } from '../../../alerts/alerts-store.ts';
import { Spinner } from '../../../ui/spinner.tsx';
import type { SaveFault } from '../actions.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { useKeptDraft } from '../use-kept-draft.ts';
import { useOneAtATime } from '../use-one-at-a-time.ts';
import { useSave } from '../use-save.ts';
import { MeasureBefore } from './measure-before.tsx';
import { canBegin, EMPTY_FORM, finishForm, isWorrying, itemAt, measureFormSchema, neighbourOf, type MeasureForm } from './measure-form.ts';
import { MeasureItem } from './measure-item.tsx';
import { useAttend } from './use-attend.ts';

type MeasureFormScreenProps = SelfhelpScreenProps & { readonly instrument: Instrument };

/**
 * One measure from what is told beforehand to its last question, one at a time. Every answer is kept encrypted as it is
 * given. A worrying answer is given when its question is left, not while somebody moves through the choices with keys.
 */
export function MeasureFormScreen({ instrument, back, replace, actNow }: MeasureFormScreenProps) {
  const { t } = useTranslation('measures');
  const { policy } = useAlerts();
  const save = useSave();
  const { busy, run } = useOneAtATime();
  const draftKey = `measure|${instrument.id}`;
  const draft = useKeptDraft<MeasureForm>({ key: draftKey, schema: measureFormSchema, start: () => EMPTY_FORM });
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<SaveFault['code']>();
  const form = draft.value;
  const here = form !== undefined && asking && canBegin(instrument, form) ? itemAt(instrument, form) : undefined;
  const { attendTo, settle, beginAnew } = useAttend(instrument, draft, form === undefined || here === undefined ? undefined : { ...form, at: here.item.number });
  if (form === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;

  async function leaveFor(next: number | undefined, left: MeasureForm) {
    if (isWorrying(instrument, left)) {
      await attendTo(left, next ?? left.at);
      actNow();
      return;
    }
    if (next === undefined) {
      await finish(left);
      return;
    }
    beginAnew();
    draft.change({ ...left, at: next });
  }
  async function finish(done: MeasureForm) {
    const told = await settle(done);
    const saved = await draft.become(() => save('measure', finishForm(instrument, done), { draft: draftKey }));
    if (saved.ok) replace({ screen: 'measures', instrument: instrument.id, view: 'results' });
    else setFault(saved.error.code);
    // It says that staff could not be told, in front of whatever came before.
    if (!told) actNow();
  }

  if (here === undefined) {
    const begin = (from: MeasureForm) => {
      draft.change({ ...from, told: { version: policy.version, worryingAnswers: policy.worryingAnswers }, at: from.at ?? 1 });
      setAsking(true);
    };
    return <MeasureBefore instrument={instrument} form={form} onChange={draft.change} onBegin={begin} onBack={back} />;
  }
  const { item, place, count } = here;
  const shown = { ...form, at: item.number };
  return (
    <MeasureItem
      key={item.number}
      instrument={instrument}
      item={item}
      place={place}
      count={count}
      form={shown}
      kept={draft.state}
      fault={fault}
      onAnswer={(value) => { beginAnew(); draft.change({ ...shown, answers: { ...form.answers, [String(item.number)]: value } }); }}
      busy={busy}
      onNext={() => { void run(() => leaveFor(neighbourOf(instrument, shown, 1), shown)); }}
      onLeaveOut={() => {
        const { [String(item.number)]: _left, ...answers } = form.answers;
        const without = { ...shown, answers };
        void run(() => leaveFor(neighbourOf(instrument, without, 1), without));
      }}
      onBack={() => {
        const before = neighbourOf(instrument, shown, -1);
        if (before === undefined && !isWorrying(instrument, shown)) setAsking(false);
        else void run(() => leaveFor(before ?? item.number, shown));
      }}
    />
  );
}
