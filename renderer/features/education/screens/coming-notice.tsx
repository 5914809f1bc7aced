import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import type { Shelf } from '../queries.ts';
import { inLanguage } from '../rules.ts';

/** A course on its way, with an honest size; or why it does not come. */
export function ComingNotice({ title: titles, bytes, coming }: Shelf['coming'][number]) {
  const { t, i18n } = useTranslation('education');
  const title = inLanguage(titles, i18n.language);
  if (coming.state === 'failed' && coming.failure.code === 'refused') return <Notice tone="danger">{t('refused', { title })}</Notice>;
  if (coming.state === 'failed' && coming.failure.code === 'no-space') return <Notice tone="attention">{t('noSpace', { title })}</Notice>;
  const size = (amount: number) => new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(amount / 1_000_000);
  return (
    <Notice tone="info" title={t('coming', { title })}>
      {coming.state === 'fetching' ? (
        <ProgressBar label={t('coming', { title })} labelHidden value={coming.done} max={Math.max(1, coming.total)} valueText={t(coming.source === 'stick' ? 'comingFromStick' : 'comingAmount', { done: size(coming.done), total: size(coming.total) })} />
      ) : (
        `${size(bytes)}. ${t('comingLater')}`
      )}
    </Notice>
  );
}
