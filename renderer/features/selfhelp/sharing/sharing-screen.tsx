import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { Stack } from '../../../ui/stack.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { useDiary } from '../use-diary.ts';
import { NewShare } from './new-share.tsx';
import { ShareCard } from './share-card.tsx';
import { listShares, type ListedShare } from './sharing-queries.ts';

/** What this person shares, who looked at it and what they answered; and the way to share one more page. */
export function SharingScreen({ back }: SelfhelpScreenProps) {
  const { t } = useTranslation('sharing');
  const [choosing, setChoosing] = useState(false);
  const shares = useDiary((database) => listShares(database, Date.now()), []);
  if (choosing) return <NewShare onLeave={() => { setChoosing(false); }} />;
  if (shares === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const begin = <Button kind="primary" size="large" icon={Share2} onClick={() => { setChoosing(true); }}>{t('begin')}</Button>;
  const isPast = ({ state }: ListedShare) => state === 'ended' || state === 'over';
  const present = shares.filter((share) => !isPast(share));
  const past = shares.filter(isPast);
  return (
    <Page title={t('title')} lead={t('lead')} back={{ word: t('frame.back', { ns: 'app' }), onClick: back }} focusTitle>
      {present.length === 0 ? <EmptyState picture="diary" title={t('none')} action={begin}>{t('noneBody')}</EmptyState> : (
        <>
          <p>{begin}</p>
          <Section title={t('list')}>
            <Stack>{present.map((share) => <ShareCard key={share.shareId} share={share} />)}</Stack>
          </Section>
        </>
      )}
      {past.length > 0 && (
        <Section title={t('taken')}>
          <Stack>{past.map((share) => <ShareCard key={share.shareId} share={share} />)}</Stack>
        </Section>
      )}
    </Page>
  );
}
