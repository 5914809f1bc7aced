import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWords } from './player-words.ts';

/** Shown when a file cannot be read: a kind sentence and the way back. */
export function NotReadable({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  return (
    <main id="main" className="player-page">
      <EmptyState picture="search" title={words('notReadable')} action={<Button kind="primary" size="large" onClick={onClose}>{words('toCourse')}</Button>}>{words('notReadableLead')}</EmptyState>
    </main>
  );
}
