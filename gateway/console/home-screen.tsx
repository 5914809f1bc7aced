import { useTranslation } from 'react-i18next';
import { FigureTile } from '../../renderer/ui/figure-tile.tsx';
import { Grid } from '../../renderer/ui/grid.tsx';
import { Page } from '../../renderer/ui/page.tsx';
import { Section } from '../../renderer/ui/section.tsx';
import { Tile } from '../../renderer/ui/tile.tsx';
import { TileGrid } from '../../renderer/ui/tile-grid.tsx';
import type { Overview } from '../http/staff-api.ts';
import type { Session } from '../staff/staff-api.ts';
import type { ConsoleFeature } from './console-feature.ts';
import { placeAddress } from './place.ts';

type HomeScreenProps = { readonly session: Session; readonly counts: Overview['counts']; readonly features: readonly ConsoleFeature[] };

/** What this member of staff can do, and the figures their role may see. */
export function HomeScreen({ session, counts, features }: HomeScreenProps) {
  const { t, i18n } = useTranslation('console');
  const figures = counts.filter(({ name }) => i18n.exists(`console:figures.${name}`));
  const word = t as (key: string) => string;
  return (
    <Page title={t('home.title', { name: session.staff.name })} lead={t('home.lead', { role: word(`roles.${session.staff.role}`), place: session.establishment.name })} width="wide" focusTitle>
      <TileGrid label={t('home.desks')}>
        {features.map((feature) => (
          <Tile key={feature.key} icon={feature.icon} word={word(`nav.${feature.key}`)} status={word(`home.about.${feature.key}`)} href={placeAddress(feature.key)} />
        ))}
      </TileGrid>
      {figures.length === 0 ? null : (
        <Section title={t('home.now')}>
          <Grid min="sm">{figures.map(({ name, count }) => <FigureTile key={name} value={String(count)} word={word(`figures.${name}`)} />)}</Grid>
        </Section>
      )}
    </Page>
  );
}
