import { Pause, Play, Volume2 } from 'lucide-react';
import { Button } from './button.tsx';

type ListenButtonProps = {
  readonly state: 'silent' | 'speaking' | 'paused' | 'failed';
  readonly onPress: () => void;
  /** What is read, where a screen has several of these: said by a screen reader after the word. */
  readonly about?: string | undefined;
  readonly words: { readonly listen: string; readonly pause: string; readonly goOn: string; readonly failed: string };
};

const FACES = { silent: Volume2, failed: Volume2, speaking: Pause, paused: Play } as const;

/** Reads aloud and pauses. It only shows: what is read and whether there is a voice is decided outside. */
export function ListenButton({ state, onPress, about, words }: ListenButtonProps) {
  const word = { silent: words.listen, failed: words.listen, speaking: words.pause, paused: words.goOn }[state];
  return (
    <span className="ui-listen">
      <Button icon={FACES[state]} onClick={onPress} aria-label={about === undefined ? undefined : `${word}: ${about}`}>{word}</Button>
      <span className="ui-listen-fault" role="status">{state === 'failed' ? words.failed : ''}</span>
    </span>
  );
}
