import { useTranslation } from 'react-i18next';
import { FigureTile } from '../../../../ui/figure-tile.tsx';
import { Grid } from '../../../../ui/grid.tsx';

type RatingPairProps = { readonly before: number | null; readonly after: number | null };

/** Both ratings side by side; nothing where one was left out. */
export function RatingPair({ before, after }: RatingPairProps) {
  const { t } = useTranslation('toolbox');
  if (before === null || after === null) return null;
  return (
    <Grid min="sm">
      <FigureTile value={String(before)} word={t('summary.before')} />
      <FigureTile value={String(after)} word={t('summary.after')} />
    </Grid>
  );
}
