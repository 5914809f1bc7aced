import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import type { DecisionReply, MessageView } from '../staff-api.ts';
import { useParties } from './use-parties.ts';

/** What was just decided; a release can be called back until it is handed over. */
export type Done = { readonly action: DecisionReply['action']; readonly message: MessageView };

type DoneNoticeProps = { readonly done: Done; readonly onCallBack: () => void; readonly onClose: () => void };

/** Says what became of the last message and, after a release, offers to undo it. Beside the queue, so that it covers nothing. */
export function DoneNotice({ done, onCallBack, onClose }: DoneNoticeProps) {
  const { t } = useTranslation('moderation');
  const parties = useParties();
  return (
    <Notice tone={done.action === 'release' ? 'good' : 'info'} live="polite" title={t(`done.${done.action}`)}
      actions={<Row gap="xs">{done.action === 'release' ? <Button size="small" icon={Undo2} onClick={onCallBack}>{t('undo')}</Button> : null}<Button size="small" kind="quiet" onClick={onClose}>{t('console:close')}</Button></Row>}>
      {parties(done.message)}
    </Notice>
  );
}
