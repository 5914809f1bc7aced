import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import type { SaveFault } from './actions.ts';

/** Why something could not be saved, in words; nothing where it could. For whatever is saved by one press. */
export function SaveFaultNotice({ fault }: { readonly fault: SaveFault['code'] | undefined }) {
  const words = useFaultWords();
  return fault === undefined ? null : <Notice tone="danger" live="assertive">{words(fault)}</Notice>;
}

/** The sentence for a fault. `full` where a screen has one of its own for a tablet without room. */
export function useFaultWords(): (fault: SaveFault['code'], full?: string) => string {
  const { t } = useTranslation('app');
  return (fault, full) => (fault === 'storage-full' ? (full ?? t('notSaved.full')) : t('notSaved.failed'));
}
