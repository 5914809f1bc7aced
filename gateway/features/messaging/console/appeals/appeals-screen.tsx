import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../../renderer/ui/empty-state.tsx';
import { List } from '../../../../../renderer/ui/list.tsx';
import { ListRow } from '../../../../../renderer/ui/list-row.tsx';
import { Notice } from '../../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../../renderer/ui/page.tsx';
import { Spinner } from '../../../../../renderer/ui/spinner.tsx';
import { Split } from '../../../../../renderer/ui/split.tsx';
import { Stack } from '../../../../../renderer/ui/stack.tsx';
import { StatusChip } from '../../../../../renderer/ui/status-chip.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { goTo } from '../../../../console/place.ts';
import { useTimeWords } from '../../../../console/time-words.ts';
import { useCall } from '../../../../console/use-call.ts';
import type { Session } from '../../../../staff/staff-api.ts';
import { appealsSchema, type AnswerReply, type AppealItem } from '../../appeals/staff-api.ts';
import { useParties } from '../use-parties.ts';
import { AppealCase } from './appeal-case.tsx';

type AppealsScreenProps = { readonly views: ReactNode; readonly messageId: string | undefined; readonly session: Session };

/** Who asked for another look at a stop, the first due first, beside the one that is open. */
export function AppealsScreen({ views, messageId, session }: AppealsScreenProps) {
  const { t } = useTranslation('appeals');
  const appeals = useCall('/messages/appeals', appealsSchema, 15);
  const [done, setDone] = useState<AnswerReply['action']>();
  const mayDecide = session.actions.includes('appeals.decide');
  function answered({ action }: AnswerReply) {
    setDone(action);
    goTo('messages', 'appeals');
    appeals.again();
  }
  const items = appeals.state === 'ready' ? appeals.value.items : [];
  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle status={views}>
      {appeals.state === 'loading' ? <Spinner word={t('loading')} block /> : null}
      {appeals.state === 'failed' ? <FailureNotice failure={appeals.failure} /> : null}
      <Split side={
        <Stack gap="sm">
          {done === undefined ? null : <Notice tone={done === 'overturn' ? 'good' : 'info'} live="polite">{t(`done.${done}`)}</Notice>}
          {items.length === 0 ? null : (
            <List label={t('list', { count: items.length })}>
              {items.map((item) => <AppealRow key={item.messageId} item={item} current={item.messageId === messageId} onOpen={mayDecide ? () => { setDone(undefined); goTo('messages', 'appeals', item.messageId); } : undefined} />)}
            </List>
          )}
        </Stack>
      }>
        {messageId !== undefined && mayDecide ? <AppealCase key={messageId} messageId={messageId} onAnswered={answered} /> : (
          <EmptyState picture={items.length === 0 ? 'done' : 'letters'} title={items.length === 0 ? t('none') : t('choose')}>{items.length === 0 ? t('noneLead') : t('chooseLead')}</EmptyState>
        )}
      </Split>
    </Page>
  );
}

function AppealRow({ item, current, onOpen }: { readonly item: AppealItem; readonly current: boolean; readonly onOpen: (() => void) | undefined }) {
  const { t } = useTranslation('appeals');
  const time = useTimeWords();
  const parties = useParties();
  return (
    <ListRow
      title={parties(item)}
      detail={
        <span className="console-lines">
          <span>{`${item.person.wing} · ${t('asked', { time: time.ago(item.askedAt) })}`}</span>
          <DueChip item={item} />
          {item.mine ? <StatusChip tone="attention">{t('mine')}</StatusChip> : null}
        </span>
      }
      current={current}
      onClick={onOpen}
    />
  );
}

/** By when an answer was promised; a promise that is broken says so. */
function DueChip({ item: { answerBy, late } }: { readonly item: AppealItem }) {
  const { t } = useTranslation('appeals');
  const time = useTimeWords();
  return <StatusChip tone={late ? 'stopped' : 'moving'}>{t(late ? 'late' : 'due', { time: time.short(answerBy) })}</StatusChip>;
}
