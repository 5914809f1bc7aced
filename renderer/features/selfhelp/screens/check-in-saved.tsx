import { ChartLine, HeartHandshake, House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { isHardDay } from '../rules.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';

type CheckInSavedProps = SelfhelpScreenProps & { readonly mood: number; readonly craving: number };

/** The page is on the disk. On a hard day help is offered; nothing is sent to anyone. */
export function CheckInSaved({ mood, craving, replace, home, actNow }: CheckInSavedProps) {
  const { t } = useTranslation('selfhelp');
  return (
    <Page title={t('saved.title')} focusTitle>
      {isHardDay({ mood, craving }) && (
        <Notice tone="attention" actions={<Button kind="primary" icon={HeartHandshake} onClick={actNow}>{t('saved.actNow')}</Button>}>
          {t('saved.low')}
        </Notice>
      )}
      <EmptyState
        picture="done"
        title={t('doneToday')}
        action={
          <Row justify="center">
            <Button icon={ChartLine} onClick={() => { replace({ screen: 'history' }); }}>{t('saved.history')}</Button>
            <Button icon={House} onClick={home}>{t('saved.home')}</Button>
          </Row>
        }
      >
        <p>{t('saved.body')}</p>
      </EmptyState>
    </Page>
  );
}
