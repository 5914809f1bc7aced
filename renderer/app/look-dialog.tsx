import { useTranslation } from 'react-i18next';
import { LookControls } from '../session/screens/look-controls.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Text and language, from any screen. */
export function LookDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Dialog open onClose={onClose} title={t('look.title')} closeWord={t('frame.close')}>
      <LookControls />
    </Dialog>
  );
}
