import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../../../renderer/ui/page.tsx';
import { Spinner } from '../../../../../renderer/ui/spinner.tsx';
import type { ConsoleScreenProps } from '../../../../console/console-feature.ts';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { useCall } from '../../../../console/use-call.ts';
import { sharingDeskSchema } from '../staff-api.ts';
import type { OpenKey } from './desk-keys.ts';
import { LetIn } from './let-in.tsx';
import { ShareDesk } from './share-desk.tsx';
import { ShareList } from './share-list.tsx';
import { UnlockDesk } from './unlock-desk.tsx';

/** The facilitator's desk. It opens with the password once more; the role's key then lives in this screen and goes with it. */
export function SharingScreen({ rest }: ConsoleScreenProps) {
  const { t } = useTranslation('sharing');
  const desk = useCall('/sharing', sharingDeskSchema, 30);
  const [roleKey, setRoleKey] = useState<OpenKey>();
  const [shareId] = rest;
  if (desk.state === 'loading') return <Spinner word={t('console:loading')} block />;
  if (desk.state === 'failed') return <Page title={t('title')}><FailureNotice failure={desk.failure} /></Page>;
  if (roleKey === undefined) return <UnlockDesk desk={desk.value} onChanged={desk.again} onOpen={setRoleKey} />;
  if (shareId !== undefined) return <ShareDesk key={shareId} shareId={shareId} role={desk.value.role} roleKey={roleKey} onAnswered={desk.again} />;
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" focusTitle>
      <LetIn desk={desk.value} roleKey={roleKey} onDone={desk.again} />
      <ShareList shares={desk.value.shares} />
    </Page>
  );
}
