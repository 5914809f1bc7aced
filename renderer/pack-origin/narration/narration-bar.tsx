import { Pause, Volume2 } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { readerWords } from '../reader-words.ts';
import './narration.css';

/** Times the usual speed. */
export type Rate = '0.75' | '1' | '1.25';

type NarrationBarProps = { readonly language: string; readonly playing: boolean; readonly failed: boolean; readonly rate: Rate; readonly onPress: () => void; readonly onRate: (rate: Rate) => void };

/** The button that reads the page aloud, and its speed: the same whether a sound came with the course or the machine speaks. */
export function NarrationBar({ language, playing, failed, rate, onPress, onRate }: NarrationBarProps) {
  const words = readerWords(language);
  return (
    <div className="narration-bar" role="group" aria-label={words('readToMe')}>
      <Button icon={playing ? Pause : Volume2} kind={playing ? 'primary' : 'secondary'} onClick={onPress}>{words(playing ? 'pause' : 'readToMe')}</Button>
      <SegmentedChoice legend={words('speed')} legendHidden value={rate} options={[{ value: '0.75', label: words('rateSlow') }, { value: '1', label: words('rateUsual') }, { value: '1.25', label: words('rateFast') }]} onChange={onRate} />
      {playing ? <span className="narration-hint">{words('readFromHere')}</span> : null}
      {failed ? <Notice tone="attention">{words('noSound')}</Notice> : null}
    </div>
  );
}
