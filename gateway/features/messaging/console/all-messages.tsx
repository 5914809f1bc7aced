import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { messageStates, type MessageState } from '#protocol/messaging/schema.ts';
import { Button } from '../../../../renderer/ui/button.tsx';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useCall } from '../../../console/use-call.ts';
import { messagesSchema, type QueueItem } from '../staff-api.ts';
import { MessageStateChip } from './message-state-chip.tsx';
import { useParties } from './use-parties.ts';

/** Every message, newest first, without words: those are shown, and noted, when one is opened. */
export function AllMessages({ views }: { readonly views: ReactNode }) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const parties = useParties();
  const [state, setState] = useState<MessageState>();
  /** Where each page began, the present one last; empty: the newest page. */
  const [pages, setPages] = useState<readonly number[]>([]);
  const query = new URLSearchParams({ ...(state === undefined ? {} : { state }), ...(pages.length === 0 ? {} : { before: String(pages.at(-1)) }) }).toString();
  const messages = useCall(`/messages${query === '' ? '' : `?${query}`}`, messagesSchema, 30);
  const columns = [
    { key: 'who', header: t('all.who'), rowHeader: true, cell: (item: QueueItem) => <a href={placeAddress('messages', 'all', item.messageId)}>{parties(item)}</a> },
    { key: 'wing', header: t('prisoner'), cell: (item: QueueItem) => `${item.person.prisonerNumber ?? ''} · ${item.person.wing}` },
    { key: 'when', header: t('all.when'), cell: (item: QueueItem) => time.short(item.receivedAt) },
    { key: 'state', header: t('all.stateWord'), cell: (item: QueueItem) => <MessageStateChip state={item.state} /> },
    { key: 'flags', header: t('all.flags'), cell: (item: QueueItem) => item.flags.map((flag) => t(`flag.${flag}`)).join(', ') },
  ];
  return (
    <Page title={t('all.title')} lead={t('all.lead')} width="full" focusTitle status={views}>
      <Select label={t('all.stateLabel')} width="medium" value={state ?? ''} onChange={(value) => { setState(messageStates.find((known) => known === value)); setPages([]); }}
        options={[{ value: '', label: t('all.any') }, ...messageStates.map((code) => ({ value: code, label: t(`state.${code}`) }))]} />
      {messages.state === 'loading' ? <Spinner word={t('loading')} block /> : null}
      {messages.state === 'failed' ? <FailureNotice failure={messages.failure} /> : null}
      {messages.state === 'ready' ? (
        <>
          <DataTable dense caption={t('all.title')} captionHidden columns={columns} rows={messages.value.items} rowKey={(item) => item.messageId} empty={<EmptyState picture="letters" title={t('all.empty')}>{t('all.emptyLead')}</EmptyState>} />
          <Row>
            {pages.length > 0 ? <Button onClick={() => { setPages(pages.slice(0, -1)); }}>{t('all.newer')}</Button> : null}
            {messages.value.more ? <Button onClick={() => { setPages([...pages, messages.value.items.at(-1)?.receivedAt ?? 1]); }}>{t('all.older')}</Button> : null}
          </Row>
        </>
      ) : null}
    </Page>
  );
}
