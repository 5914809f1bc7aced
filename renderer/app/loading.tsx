import { useTranslation } from 'react-i18next';
import { Spinner } from '../ui/spinner.tsx';

/** Shown while a screen's code comes from the disk. */
export function Loading() {
  const { t } = useTranslation('app');
  return <Spinner word={t('frame.loading')} size="lg" block />;
}
