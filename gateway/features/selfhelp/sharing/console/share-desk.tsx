import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SharedBox } from '#protocol/selfhelp/sharing.ts';
import { Card } from '../../../../../renderer/ui/card.tsx';
import { Notice } from '../../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../../renderer/ui/page.tsx';
import { SharedPageView } from '../../../../../renderer/ui/shared-page.tsx';
import { Spinner } from '../../../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { placeAddress } from '../../../../console/place.ts';
import { useTimeWords } from '../../../../console/time-words.ts';
import { useAct } from '../../../../console/use-act.ts';
import { openedShareSchema, type ShareHead, type SharingDesk } from '../staff-api.ts';
import { AnswerForm } from './answer-form.tsx';
import { openSharedPage, type OpenKey } from './desk-keys.ts';

type ShareDeskProps = { readonly shareId: string; readonly role: SharingDesk['role']; readonly roleKey: OpenKey; readonly onAnswered: () => void };

/** One shared page. Opening it is in the audit, and its person is told who opened it and when. */
export function ShareDesk({ shareId, role, roleKey, onAnswered }: ShareDeskProps) {
  const { t } = useTranslation('sharing');
  const { act, failure } = useAct();
  const [opened, setOpened] = useState<{ readonly share: ShareHead; readonly box: SharedBox | undefined }>();
  const back = { word: t('title'), href: placeAddress('sharing') };
  useEffect(() => {
    void act({ method: 'POST', path: `/sharing/shares/${shareId}/open`, reply: openedShareSchema }).then(async (answer) => {
      if (answer !== undefined) setOpened({ share: answer.share, box: await openSharedPage(answer, role, roleKey) });
    });
  }, [act, shareId, role, roleKey]);
  if (failure !== undefined) return <Page title={t('title')} back={back}><FailureNotice failure={failure} /></Page>;
  if (opened === undefined) return <Spinner word={t('console:loading')} block />;
  return <SharePage share={opened.share} box={opened.box} back={back} onAnswered={onAnswered} />;
}

type SharePageProps = { readonly share: ShareHead; readonly box: SharedBox | undefined; readonly back: { readonly word: string; readonly href: string }; readonly onAnswered: () => void };

function SharePage({ share, box, back, onAnswered }: SharePageProps) {
  const { t } = useTranslation('sharing');
  const time = useTimeWords();
  return (
    <Page title={share.name} lead={<><bdi>{share.prisonerNumber}</bdi> · {share.wing}, {share.cell} · {t('page.until', { day: time.day(share.until) })}</>} back={back} width="wide" focusTitle>
      {box === undefined ? <Notice tone="danger" live="assertive">{t('page.unreadable')}</Notice> : (
        <>
          <Notice tone="info">{t('page.private')}</Notice>
          <Card><SharedPageView page={box.page} /></Card>
          <AnswerForm shareId={share.shareId} answerKey={box.answerKey} onAnswered={onAnswered} />
        </>
      )}
    </Page>
  );
}
