import { useTranslation } from 'react-i18next';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useCall } from '../../console/use-call.ts';
import { releaseStateSchema } from '../staff-api.ts';

/** How the signed list stands that tells tablets what is live: its number, its age, and when the next one comes. */
export function ReleaseSection() {
  const { t } = useTranslation('packs');
  const time = useTimeWords();
  const state = useCall('/pack-release', releaseStateSchema, 30);
  if (state.state !== 'ready') return null;
  const { release } = state.value;
  return (
    <Section title={t('release.title')} hint={t('release.hint')}>
      {release === null ? <p>{t('release.none')}</p> : (
        <>
          {release.given ? null : <Notice tone="info">{t('release.notGiven')}</Notice>}
          <Facts columns={2} items={[
            { key: 'serial', term: t('release.serial'), value: String(release.serial) },
            { key: 'issued', term: t('release.issued'), value: `${time.short(release.issuedAt)}, ${time.ago(release.issuedAt)}` },
            { key: 'next', term: t('release.next'), value: t('release.nextWords', { time: time.short(release.nextAt) }) },
            { key: 'says', term: t('release.says'), value: t('release.counts', { packs: release.packs, revoked: release.revoked }) },
          ]} />
        </>
      )}
    </Section>
  );
}
