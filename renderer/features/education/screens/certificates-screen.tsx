import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import type { Person } from '../../../session/person.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Page } from '../../../ui/page.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import type { EducationRoute } from '../route.ts';
import { inLanguage } from '../rules.ts';
import { workTables } from '../work/work-tables.ts';

/** The person's certificates with their numbers, also with no network. Printing is the tutor's. */
export function CertificatesScreen({ person, go }: FeatureScreenProps<EducationRoute> & { readonly person: Person }) {
  const { t, i18n } = useTranslation('education');
  const certificates = useLiveQuery(() => workTables(person.database).certificates.list(), [person]);
  const { fullDate } = useWhen();
  return (
    <Page title={t('certificates.title')} lead={t('certificates.lead')} focusTitle back={{ word: t('toShelf'), onClick: () => { go({ place: 'education', screen: 'shelf' }); } }}>
      {certificates?.length === 0 ? <EmptyState picture="books" title={t('certificates.none')}>{t('certificates.noneLead')}</EmptyState> : null}
      {(certificates ?? []).map((certificate) => (
        <Card key={certificate.number} title={inLanguage(certificate.title, i18n.language)}>
          {certificate.revokedAt === null ? null : <StatusChip tone="stopped">{t('certificates.revoked')}</StatusChip>}
          <Facts items={[
            { key: 'number', term: t('certificates.number'), value: <bdi>{certificate.number}</bdi> },
            { key: 'name', term: t('certificates.name'), value: <bdi>{certificate.name}</bdi> },
            { key: 'day', term: t('certificates.day'), value: fullDate(certificate.issuedAt) },
          ]} />
        </Card>
      ))}
    </Page>
  );
}
