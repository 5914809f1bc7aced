import { Pause, Wind } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { BREATH, nextBreath, type Breath } from '../next-breath.ts';

/** Slow breathing with a circle that grows and sinks. The words alone are enough where motion is not wanted. */
export function Breathing() {
  const { t } = useTranslation('actnow');
  const [breath, setBreath] = useState<Breath | undefined>();
  useEffect(() => {
    if (breath === undefined) return undefined;
    const timer = setTimeout(() => { setBreath(nextBreath(breath)); }, BREATH[breath]);
    return () => { clearTimeout(timer); };
  }, [breath]);
  return (
    <Card
      icon={Wind}
      title={t('breathe.title')}
      level={3}
      actions={
        breath === undefined ? (
          <Button kind="primary" size="large" icon={Wind} onClick={() => { setBreath('in'); }}>{t('breathe.start')}</Button>
        ) : (
          <Button icon={Pause} onClick={() => { setBreath(undefined); }}>{t('breathe.stop')}</Button>
        )
      }
    >
      <p>{t('breathe.steps')}</p>
      <div className="breathing" data-breath={breath ?? 'still'}>
        <span className="breathing-circle" aria-hidden />
        <span className="breathing-word" role="status">{breath === undefined ? '' : t(`breathe.${breath}`)}</span>
      </div>
      <p>{t('breathe.calm')}</p>
    </Card>
  );
}
