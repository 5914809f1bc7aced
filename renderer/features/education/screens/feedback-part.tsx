import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DISLIKE_REASONS, LIKE_REASONS, feedbackSchema } from '#protocol/education/feedback.ts';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/radio-cards.tsx';
import { Row } from '../../../ui/row.tsx';
import { Section } from '../../../ui/section.tsx';
import { keepFeedback } from '../study/study-actions.ts';
import { useFeedback } from '../study/study-queries.ts';

type FeedbackPartProps = { readonly packId: string; readonly activityId: string; readonly title: string; readonly person: Person };

/** What somebody thinks of one item: liked or not, and why, by choices only (capability L9). Another choice replaces it. */
export function FeedbackPart({ packId, activityId, title, person }: FeedbackPartProps) {
  const { t } = useTranslation('study');
  const said = useFeedback(activityId);
  if (said === undefined) return null;
  const say = (liked: boolean, reason: string | null) => { void keepFeedback(person, feedbackSchema.parse({ packId, activityId, at: Date.now(), liked, reason })); };
  const reasons = said?.liked === false ? DISLIKE_REASONS : LIKE_REASONS;
  return (
    <Section title={t('feedback')} hint={<bdi>{title}</bdi>}>
      <p>{t('feedbackLead')}</p>
      <Row role="group" aria-label={t('feedback')}>
        <Button icon={ThumbsUp} aria-pressed={said?.liked === true} kind={said?.liked === true ? 'primary' : 'secondary'} onClick={() => { say(true, null); }}>{t('like')}</Button>
        <Button icon={ThumbsDown} aria-pressed={said?.liked === false} kind={said?.liked === false ? 'primary' : 'secondary'} onClick={() => { say(false, null); }}>{t('dislike')}</Button>
      </Row>
      {said === null ? null : <RadioCards<string> legend={t('why')} columns={2} value={said.reason} onChange={(reason) => { say(said.liked, reason); }} options={reasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))} />}
      {said === null || said.reason === null ? null : <p role="status">{t('thanks')}</p>}
    </Section>
  );
}
