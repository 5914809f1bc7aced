import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { placeAddress } from '../../console/place.ts';
import { useTimeWords } from '../../console/time-words.ts';
import { useCall } from '../../console/use-call.ts';
import { useWordsIn } from '../../console/use-words-in.ts';
import type { Session } from '../../staff/staff-api.ts';
import { packsSchema, type PackEdition } from '../staff-api.ts';
import { EditionFacts } from './edition-facts.tsx';
import { PackActs } from './pack-acts.tsx';
import { PackHoldersAndHistory } from './pack-holders.tsx';
import { PackStateChip } from './pack-list.tsx';
import { PublicationList } from './publication-list.tsx';
import { PublishForm } from './publish-form.tsx';

/** One course: the newest edition, whom it is published to, and the editions before. */
export function PackScreen({ packId, session }: { readonly packId: string; readonly session: Session }) {
  const { t } = useTranslation('packs');
  const time = useTimeWords();
  const wordsIn = useWordsIn();
  const packs = useCall('/packs', packsSchema);
  const [publishing, setPublishing] = useState(false);
  const back = { word: t('title'), href: placeAddress('packs') };
  if (packs.state === 'loading') return <Spinner word={t('console:loading')} block />;
  if (packs.state === 'failed') return <Page title={t('title')} back={back}><FailureNotice failure={packs.failure} /></Page>;
  const pack = packs.value.packs.find((one) => one.packId === packId);
  const newest = pack?.editions[0];
  if (pack === undefined || newest === undefined) return <Page title={t('title')} back={back}><FailureNotice failure={{ code: 'not-found' }} /></Page>;
  const mayPublish = session.actions.includes('packs.publish');
  const items = [
    { key: 'title', header: t('item'), rowHeader: true, cell: (item: PackEdition['items'][number]) => wordsIn(item.title) },
    { key: 'kind', header: t('kindWord'), cell: (item: PackEdition['items'][number]) => t(`kind.${item.kind}`) },
    { key: 'minutes', header: t('minutesWord'), align: 'end' as const, cell: (item: PackEdition['items'][number]) => String(item.minutes) },
  ];
  const editions = [
    { key: 'version', header: t('editions'), rowHeader: true, cell: (edition: PackEdition) => t('edition', { version: edition.version }) },
    { key: 'received', header: t('received'), cell: (edition: PackEdition) => time.short(edition.receivedAt) },
    { key: 'by', header: t('receivedBy'), cell: (edition: PackEdition) => edition.receivedBy },
    { key: 'signed', header: t('signedBy'), cell: (edition: PackEdition) => edition.signedBy.map((signer) => signer.keyId).join(', ') },
  ];
  return (
    <Page title={wordsIn(newest.title)} lead={t('newestIs', { version: newest.version })} width="wide" focusTitle back={back} status={<PackStateChip pack={pack} />}
      actions={mayPublish && !publishing ? <Button kind="primary" onClick={() => { setPublishing(true); }}>{t('publish')}</Button> : undefined}>
      {publishing ? <PublishForm pack={pack} onDone={() => { setPublishing(false); packs.again(); }} onCancel={() => { setPublishing(false); }} /> : null}
      <PublicationList pack={pack} session={session} onChanged={packs.again} />
      <PackActs pack={pack} session={session} onChanged={packs.again} />
      <Section title={t('about')}><EditionFacts edition={newest} /></Section>
      <Section title={t('contents')}><DataTable dense caption={`${wordsIn(newest.title)}: ${t('contents')}`} captionHidden columns={items} rows={newest.items} rowKey={(item) => item.activityId} /></Section>
      <Section title={t('editions')}><DataTable dense caption={`${wordsIn(newest.title)}: ${t('editions')}`} captionHidden columns={editions} rows={pack.editions} rowKey={(edition) => String(edition.version)} /></Section>
      <PackHoldersAndHistory packId={packId} />
    </Page>
  );
}
