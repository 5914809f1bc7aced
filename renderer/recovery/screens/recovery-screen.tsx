import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { GiveWords } from './give-words.tsx';
import { MakeIntro } from './make-intro.tsx';
import { CheckWords, ShowWords } from './write-words.tsx';
import './recovery.css';

/** Where the screen begins: making a sheet, or typing one. */
export type RecoveryStart = 'intro' | 'give';
type Step = RecoveryStart | 'words' | 'check' | 'done' | 'given';

type RecoveryScreenProps = { readonly start: RecoveryStart; readonly onBack: () => void };

/** Makes a recovery sheet, or types one in. The words live on this screen only, and go with it. */
export function RecoveryScreen({ start, onBack }: RecoveryScreenProps) {
  const { t } = useTranslation('recovery');
  const [step, setStep] = useState<Step>(start);
  const [sheet, setSheet] = useState<{ readonly words: readonly string[]; readonly box: string }>();
  const back = { word: t('frame.back', { ns: 'app' }), onClick: step === 'check' ? () => { setStep('words'); } : onBack };
  const titles = { intro: t('title'), words: t('words.title'), check: t('check.title'), done: t('done.title'), give: t('give.title'), given: t('give.doneTitle') };
  const leads = { intro: t('intro.lead'), words: t('words.lead'), check: t('check.lead'), done: undefined, give: t('give.lead'), given: undefined };
  return (
    <Page key={step} title={titles[step]} lead={leads[step]} back={back} focusTitle>
      {step === 'intro' && <MakeIntro onGive={() => { setStep('give'); }} onMade={(made) => { setSheet(made); setStep('words'); }} />}
      {step === 'words' && sheet && <ShowWords words={sheet.words} onDone={() => { setStep('check'); }} />}
      {step === 'check' && sheet && (
        <CheckWords {...sheet} onAgain={() => { setStep('words'); }} onKept={() => { setSheet(undefined); setStep('done'); }} />
      )}
      {step === 'give' && <GiveWords onGiven={() => { setStep('given'); }} />}
      {(step === 'done' || step === 'given') && (
        <>
          <Notice tone="good" live="polite">
            <p>{step === 'done' ? t('done.body') : t('give.doneBody')}</p>
            {step === 'done' && <p>{t('done.sent')}</p>}
          </Notice>
          <p><Button kind="primary" size="large" onClick={onBack}>{t('done.finish')}</Button></p>
        </>
      )}
    </Page>
  );
}
