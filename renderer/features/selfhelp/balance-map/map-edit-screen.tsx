import { ArrowLeft, ArrowRight, Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BalanceMap } from '#protocol/selfhelp/balance-map.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { StepDots } from '../../../ui/step-dots.tsx';
import type { SaveFault } from '../actions.ts';
import { loadNewest } from '../queries.ts';
import { usePerson } from '../../../session/use-person.ts';
import { useFaultWords } from '../save-fault.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { useKeptDraft } from '../use-kept-draft.ts';
import { useSave } from '../use-save.ts';
import { AreaStep } from './area-step.tsx';
import { LinksStep } from './links-step.tsx';
import { isArea, MAP_DRAFT, mapDraftSchema, stepBeside, STEPS, type MapDraft } from './map-draft.ts';
import { addOwnWords, EMPTY_MAP } from './map-rules.ts';
import { StartStep } from './start-step.tsx';
import './map.css';

/** Making a map, or the next version of it: an area at a time, then the lines, then where to start. Saved it is a new version. */
export function MapEditScreen({ back, replace }: SelfhelpScreenProps) {
  const { t } = useTranslation(['balance', 'app']);
  const { database } = usePerson();
  const save = useSave();
  const faultWords = useFaultWords();
  const [state, setState] = useState<'making' | 'saving' | SaveFault['code']>('making');
  const draft = useKeptDraft<MapDraft>({
    key: MAP_DRAFT,
    schema: mapDraftSchema,
    start: async () => ({ step: 'situations', map: (await loadNewest(database, 'map'))?.record.body ?? EMPTY_MAP, typing: '' }),
  });
  const now = draft.value;
  if (now === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const change = (map: BalanceMap) => { draft.change({ ...now, map }); };
  // What was typed and not added is meant: going on adds it.
  const taken = isArea(now.step) ? addOwnWords(now.map, now.step, now.typing) : now.map;
  const goTo = (way: 1 | -1) => {
    const step = stepBeside(now.step, way);
    if (step === undefined) back();
    else draft.change({ step, map: taken, typing: '' });
  };
  const finish = async () => {
    setState('saving');
    const saved = await draft.become(() => save('map', taken, { draft: MAP_DRAFT }));
    if (saved.ok) replace({ screen: 'map' });
    else setState(saved.error.code);
  };
  const fault = state !== 'making' && state !== 'saving' ? state : draft.state === 'full' ? ('storage-full' as const) : undefined;
  const place = STEPS.indexOf(now.step) + 1;
  return (
    <Page
      key={now.step}
      title={isArea(now.step) ? t(`area.${now.step}`) : t(`${now.step}.title`)}
      lead={isArea(now.step) ? t(`about.${now.step}`) : t(`${now.step}.lead`)}
      back={{ word: t('leave'), onClick: back }}
      actions={<Listen says={isArea(now.step) ? [t(`area.${now.step}`), t(`about.${now.step}`), t('pick'), t('pickHint'), t('hard'), t('ownRating')] : [t(`${now.step}.title`), t(`${now.step}.lead`)]} />}
      width="wide"
      focusTitle
      status={<StepDots count={STEPS.length} current={place} text={t('step', { place, of: STEPS.length })} />}
      footer={
        <Row justify="between">
          <Button size="large" icon={ArrowLeft} onClick={() => { goTo(-1); }}>{t('before')}</Button>
          {now.step === 'start' ? (
            <Button kind="primary" size="large" icon={Save} busy={state === 'saving'} busyWord={t('saving')} onClick={() => { void finish(); }}>{t('save')}</Button>
          ) : (
            <Button kind="primary" size="large" icon={ArrowRight} onClick={() => { goTo(1); }}>{t('next')}</Button>
          )}
        </Row>
      }
    >
      {fault !== undefined && <Notice tone="danger" live="assertive">{faultWords(fault, t('full'))}</Notice>}
      {isArea(now.step) && <AreaStep area={now.step} map={now.map} typing={now.typing} onChange={change} onAdd={() => { draft.change({ ...now, map: taken, typing: '' }); }} onType={(typing) => { draft.change({ ...now, typing }); }} />}
      {now.step === 'links' && <LinksStep map={now.map} onChange={change} />}
      {now.step === 'start' && <StartStep map={now.map} onChange={change} />}
    </Page>
  );
}
