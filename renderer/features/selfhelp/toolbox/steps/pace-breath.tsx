import { useTranslation } from 'react-i18next';
import { breathAt } from '../rules.ts';

/** A circle that grows with the breath in and sinks with the breath out. Where motion is not wanted, the words are enough. */
export function PaceBreath({ elapsed, runs }: { readonly elapsed: number; readonly runs: boolean }) {
  const { t } = useTranslation('actnow');
  const breath = breathAt(elapsed);
  return (
    <div className="practice-breath" data-breath={runs ? breath : 'still'}>
      <span className="practice-breath-circle" aria-hidden />
      <span className="practice-breath-word" aria-live="off">{runs ? t(`breathe.${breath}`) : ''}</span>
    </div>
  );
}
