import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const ConfirmDialog = lazy(async () => ({ default: (await import('../../renderer/ui/confirm-dialog.tsx')).ConfirmDialog }));

type AskFirstProps = {
  readonly open: boolean;
  readonly title: string;
  readonly confirmWord: string;
  readonly danger?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** "Are you sure?" before what cannot be taken back. Its code comes with the first question. */
export function AskFirst({ open, title, confirmWord, danger = false, onConfirm, onCancel, children }: AskFirstProps) {
  const { t } = useTranslation('console');
  if (!open) return null;
  return (
    <Suspense>
      <ConfirmDialog open title={title} confirmWord={confirmWord} cancelWord={t('cancel')} kind={danger ? 'danger' : 'primary'} onConfirm={onConfirm} onCancel={onCancel}>{children}</ConfirmDialog>
    </Suspense>
  );
}
