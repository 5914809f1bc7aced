import { ArrowRight, BookOpen, Check } from 'lucide-react';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../player-words.ts';
import type { ForeignNews } from './open-foreign.ts';

type ForeignBarProps = {
  readonly start: PlayerStart;
  readonly news: ForeignNews | undefined;
  /** The pages cannot say themselves that they were read. */
  readonly canFinish: boolean;
  readonly onFinish: () => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

/** Says what came of the activity and what to press next. Nothing stands here while the person is still at work. */
export function ForeignBar({ start, news, canFinish, onFinish, onNext, onClose }: ForeignBarProps) {
  const words = useWords();
  if (news === undefined && !canFinish) return null;
  return (
    <aside className="foreign-bar" aria-label={words('lessonBar')}>
      <p aria-live="polite">{news === undefined ? words('finishYourself') : words(news === 'finished' ? 'finished' : 'leftLesson')} {news === undefined ? null : words('finishedLead')}</p>
      {news === undefined ? <Button kind="primary" icon={Check} onClick={onFinish}>{words('finish')}</Button> : null}
      {news === undefined || start.next === null ? null : <Button kind="primary" iconEnd={ArrowRight} onClick={onNext}>{words('goOn', { title: start.next.title })}</Button>}
      {news === undefined ? null : <Button kind={start.next === null ? 'primary' : 'secondary'} icon={BookOpen} onClick={onClose}>{words('toCourse')}</Button>}
    </aside>
  );
}
