import { useTranslation } from 'react-i18next';
import type { DraftState } from '../../use-kept-draft.ts';

/** Says whether what is on the screen is also on the disk. Spoken only when it is not. */
export function KeptLine({ state }: { readonly state: DraftState }) {
  const { t } = useTranslation('toolbox');
  if (state === 'full') return <span className="practice-kept" role="alert">{t('player.full')}</span>;
  return <span className="practice-kept">{state === 'saved' ? t('player.kept') : t('player.keeping')}</span>;
}
