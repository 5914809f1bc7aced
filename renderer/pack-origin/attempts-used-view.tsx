import type { PlayerStart } from '#protocol/shell/player.ts';
import { EndView } from './end-view.tsx';
import { useWords } from './player-words.ts';

type AttemptsUsedViewProps = { readonly start: PlayerStart; readonly limit: number; readonly onNext: () => void; readonly onClose: () => void };

/** Said instead of a quiz whose attempts are used up, with whom to ask. The marks of every attempt are kept. */
export function AttemptsUsedView({ start, limit, onNext, onClose }: AttemptsUsedViewProps) {
  const words = useWords();
  return <EndView title={words('noAttempts')} lead={words('noAttemptsLead', { limit })} picture="books" start={start} again={words('again')} onAgain={undefined} onNext={onNext} onClose={onClose} />;
}
