import { CircleCheck, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../../../text/use-when.ts';
import { Badge } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Page } from '../../../../ui/page.tsx';
import { Spinner } from '../../../../ui/spinner.tsx';
import { Stack } from '../../../../ui/stack.tsx';
import { loadRecord } from '../../queries.ts';
import type { SelfhelpScreenProps } from '../../selfhelp-route.ts';
import { noonOf, useDiary } from '../../use-diary.ts';
import { endKeys, planOf } from '../outcome.ts';
import { compareRatings } from '../rules.ts';
import { RatingPair } from '../steps/rating-pair.tsx';
import { SaidBefore } from '../steps/said-before.tsx';
import type { Technique } from '../technique.ts';
import { useTechniqueWords } from '../use-technique-words.ts';
import { answersInWords } from '../words-of-answers.ts';

type FoundOutScreenProps = Pick<SelfhelpScreenProps, 'replace' | 'back'> & { readonly technique: Technique; readonly practiceId: string };

/** What came of one time that a technique was done. */
export function FoundOutScreen({ technique, practiceId, replace, back }: FoundOutScreenProps) {
  const { t } = useTranslation('toolbox');
  const { date } = useWhen();
  const words = useTechniqueWords()[technique.id];
  const kept = useDiary(async (database) => (await loadRecord(database, 'practice', practiceId)) ?? null, [practiceId]);
  if (kept === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const way = { word: words.name, onClick: back };
  if (kept === null) {
    return <Page title={t('practice.title')} back={way} focusTitle><EmptyState picture="search" title={t('practice.gone')} /></Page>;
  }
  const { day, body } = kept.record;
  const compared = compareRatings(technique.scale, body);
  const found = body.answers[endKeys.found];
  const plan = planOf(technique, body.answers);
  return (
    <Page
      title={t('practice.title')}
      lead={`${words.name} · ${date(noonOf(day))}`}
      back={way}
      status={body.answers[endKeys.helps] === true ? <Badge tone="good"><Icon of={CircleCheck} /> {t('practice.helps')}</Badge> : undefined}
      focusTitle
    >
      <Stack gap="lg">
        {typeof found === 'string' && found !== '' && <Card tone="warm" title={t('summary.found')}><p><bdi>{found}</bdi></p></Card>}
        <RatingPair before={body.before} after={body.after} />
        {compared !== undefined && <p className="practice-line">{t(`summary.${compared}`)}</p>}
        <SaidBefore said={answersInWords(technique, words, body.answers, technique.steps.map(({ id }) => id))} />
        {plan !== undefined && <Card title={words.steps['plan']?.label ?? ''} tone="tint"><p><bdi>{t('plan.line', plan)}</bdi></p></Card>}
        <div>
          <Button icon={RotateCcw} onClick={() => { replace({ screen: 'toolbox', technique: technique.id, doing: true }); }}>{t('technique.again')}</Button>
        </div>
      </Stack>
    </Page>
  );
}
