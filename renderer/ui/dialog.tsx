import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { AriaLanguage } from './aria-language.tsx';
import { Button } from './button.tsx';

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeWord: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly size?: 'normal' | 'wide' | undefined;
};

/** Something that must be answered or read before going on. Import lazily: it brings React Aria. */
export function Dialog({ open, onClose, title, closeWord, children, actions, size = 'normal' }: DialogProps) {
  return (
    <DialogFrame open={open} onClose={onClose} title={title} size={size} role="dialog">
      <div className="ui-dialog-body">{children}</div>
      <div className="ui-dialog-actions">
        {actions}
        <Button kind="quiet" icon={X} onClick={onClose}>
          {closeWord}
        </Button>
      </div>
    </DialogFrame>
  );
}

type DialogFrameProps = Pick<DialogProps, 'open' | 'onClose' | 'title' | 'children'> & {
  readonly size: 'normal' | 'wide';
  readonly role: 'dialog' | 'alertdialog';
};

/**
 * The sheet over the page: keeps the focus inside and gives it back; Escape closes it. A touch beside it does not,
 * because on a bunk that happens by accident.
 */
export function DialogFrame({ open, onClose, title, size, role, children }: DialogFrameProps) {
  return (
    <AriaLanguage>
      <ModalOverlay
        className="ui-overlay"
        isOpen={open}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Modal className="ui-modal" data-size={size}>
          <AriaDialog className="ui-dialog" role={role}>
            <Heading slot="title" level={2} className="ui-dialog-title">
              {title}
            </Heading>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  );
}
