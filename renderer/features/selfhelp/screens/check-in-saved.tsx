import { ChartLine, HeartHandshake, House } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckIn } from '#protocol/selfhelp/check-in.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { PlansForDay } from '../plans/plans-for-day.tsx';
import { isHardDay } from '../rules.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';

type CheckInSavedProps = SelfhelpScreenProps & { readonly page: Pick<CheckIn, 'mood' | 'craving' | 'triggers'> };

/** The page is on the disk. On a hard day help is offered; nothing is sent to anyone. */
export function CheckInSaved({ page, replace, home, actNow }: CheckInSavedProps) {
  const { t } = useTranslation('selfhelp');
  const isHard = isHardDay(page);
  return (
    <Page title={t('saved.title')} actions={<Listen says={[t('saved.title'), ...(isHard ? [t('saved.low')] : []), t('doneToday'), t('saved.body')]} />} focusTitle>
      {isHard && (
        <Notice tone="attention" actions={<Button kind="primary" icon={HeartHandshake} onClick={actNow}>{t('saved.actNow')}</Button>}>
          {t('saved.low')}
        </Notice>
      )}
      {/* What was saved is said at once; the words of the plans may come a moment later. */}
      <Suspense><PlansForDay page={page} /></Suspense>
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
