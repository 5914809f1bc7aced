import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { DialogFrame } from './dialog.tsx';

type ConfirmDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** Says what will happen: "Stop the letter", never "OK". */
  readonly confirmWord: string;
  readonly cancelWord: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly kind?: 'primary' | 'danger' | undefined;
  readonly busy?: boolean | undefined;
  readonly busyWord?: string | undefined;
};

/** "Are you sure?", for what cannot be undone. The safe answer has the focus. Import lazily: it brings React Aria. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    title,
    children,
    confirmWord,
    cancelWord,
    onConfirm,
    onCancel,
    kind = 'primary',
    busy,
    busyWord,
  } = props;
  return (
    <DialogFrame open={open} onClose={onCancel} title={title} size="normal" role="alertdialog">
      <div className="ui-dialog-body">{children}</div>
      <div className="ui-dialog-actions">
        <Button kind={kind} onClick={onConfirm} busy={busy} busyWord={busyWord}>
          {confirmWord}
        </Button>
        <Button autoFocus onClick={onCancel}>
          {cancelWord}
        </Button>
      </div>
    </DialogFrame>
  );
}
