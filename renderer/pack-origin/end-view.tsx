import { ArrowRight, BookOpen, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Row } from '../ui/row.tsx';
import { useWords } from './player-words.ts';

type EndViewProps = {
  readonly title: string;
  readonly lead: string;
  readonly picture: 'done' | 'books';
  readonly start: PlayerStart;
  readonly again: string;
  /** Absent where there is no other go. */
  readonly onAgain: (() => void) | undefined;
  readonly onNext: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** The end of a lesson or quiz: what happened, and the obvious next thing to press. */
export function EndView({ title, lead, picture, start, again, onAgain, onNext, onClose, children }: EndViewProps) {
  const words = useWords();
  return (
    <main className="player-page" id="main">
      <h1 className="player-hidden">{start.title}</h1>
      <EmptyState picture={picture} title={title}>{lead}</EmptyState>
      <Row justify="center">
        {start.next === null ? null : <Button size="large" kind="primary" iconEnd={ArrowRight} onClick={onNext}>{words('goOn', { title: start.next.title })}</Button>}
        <Button size="large" kind={start.next === null ? 'primary' : 'secondary'} icon={BookOpen} onClick={onClose}>{words('toCourse')}</Button>
        {onAgain === undefined ? null : <Button size="large" kind="quiet" icon={RotateCcw} onClick={onAgain}>{again}</Button>}
      </Row>
      {children}
    </main>
  );
}
