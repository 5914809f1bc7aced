import { DoorOpen, HeartHandshake, Lock, Sprout } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Grid } from '../../../ui/grid.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { AlertWords, useAlertSentences } from '../measures/alert-words.tsx';
import type { SaveFault } from '../actions.ts';
import { useFaultWords } from '../save-fault.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { useSave } from '../use-save.ts';

/** What is read aloud, in the order of the screen. */
const HEARD = ['welcome.title', 'welcome.lead', 'welcome.what', 'welcome.whatBody', 'welcome.whatPace', 'welcome.who', 'welcome.whoBody', 'welcome.whoLost', 'welcome.worry'] as const;
const HEARD_AFTER = ['welcome.release', 'welcome.releaseBody', 'welcome.releaseHuman'] as const;

/**
 * Before the first question: what this is, who can see it, what happens when an answer worries us, what happens on
 * release (issue 4; domain.md 2.4 b). Shown until it was read once, whichever way somebody came.
 */
export function WelcomeScreen({ home }: SelfhelpScreenProps) {
  const { t } = useTranslation('programme');
  const worry = useAlertSentences();
  const save = useSave();
  const faultWords = useFaultWords();
  const [state, setState] = useState<'reading' | 'saving' | SaveFault['code']>('reading');
  async function begin() {
    setState('saving');
    const saved = await save('profile', { welcomedAt: Date.now(), asksUse: false });
    if (!saved.ok) setState(saved.error.code);
  }
  return (
    <Page
      title={t('welcome.title')}
      lead={t('welcome.lead')}
      back={{ word: t('frame.home', { ns: 'app' }), onClick: home }}
      actions={<Listen says={[...HEARD.map((key) => t(key)), ...worry, ...HEARD_AFTER.map((key) => t(key))]} />}
      focusTitle
      footer={
        <Button kind="primary" size="large" busy={state === 'saving'} busyWord={t('welcome.busy')} onClick={() => { void begin(); }}>
          {t('welcome.begin')}
        </Button>
      }
    >
      {state !== 'reading' && state !== 'saving' && <Notice tone="danger" live="assertive">{faultWords(state, t('welcome.full'))}</Notice>}
      <Grid min="lg">
        <Card icon={Sprout} title={t('welcome.what')}>
          <p>{t('welcome.whatBody')}</p>
          <p>{t('welcome.whatPace')}</p>
        </Card>
        <Card icon={Lock} title={t('welcome.who')}>
          <p>{t('welcome.whoBody')}</p>
          <p>{t('welcome.whoLost')}</p>
        </Card>
        <Card icon={HeartHandshake} title={t('welcome.worry')}>
          <AlertWords />
        </Card>
        <Card icon={DoorOpen} title={t('welcome.release')}>
          <p>{t('welcome.releaseBody')}</p>
          <p>{t('welcome.releaseHuman')}</p>
        </Card>
      </Grid>
    </Page>
  );
}
