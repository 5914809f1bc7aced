import { useTranslation } from 'react-i18next';
import { Select } from '../../../../../renderer/ui/select.tsx';
import type { NextMessageRequest, QueueItem } from '../../staff-api.ts';

/** A language the queue can be cut down to. */
export type QueueLanguage = NonNullable<NextMessageRequest['language']>;

/** Written out, so that a language without words here does not compile. */
const LANGUAGES: readonly (NonNullable<QueueItem['language']> | 'unknown')[] = ['en', 'cy', 'pl', 'ar', 'ro', 'ur', 'es', 'sq', 'unknown'];

/** Cuts the queue down to what the moderator reads: list and “next” alike. */
export function LanguageFilter({ value, onChange }: { readonly value: QueueLanguage | 'all'; readonly onChange: (language: QueueLanguage | 'all') => void }) {
  const { t } = useTranslation('screening');
  const options = (['all', ...LANGUAGES] as const).map((language) => ({ value: language, label: t(`language.${language}`) }));
  return (
    <Select
      label={t('language.label')}
      hint={t('language.hint')}
      value={value}
      onChange={(chosen) => { onChange(options.find((option) => option.value === chosen)?.value ?? 'all'); }}
      options={options}
    />
  );
}
