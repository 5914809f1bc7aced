import { Undo2, X } from 'lucide-react';
import { Button } from './button.tsx';

type UndoBarProps = {
  readonly message: string;
  readonly actionWord?: string | undefined;
  readonly onAction?: (() => void) | undefined;
  readonly dismissWord: string;
  readonly onDismiss: () => void;
  readonly tone?: 'neutral' | 'good' | 'attention' | undefined;
};

/**
 * What was just done, with a way to undo it. It stays until it is closed: nobody has to read against a clock
 * (WCAG 2.2.1).
 */
export function UndoBar({ message, actionWord, onAction, dismissWord, onDismiss, tone = 'neutral' }: UndoBarProps) {
  return (
    <div className="ui-undo-bar" data-tone={tone} role="status">
      <p>{message}</p>
      <div className="ui-undo-actions">
        {actionWord !== undefined && (
          <Button icon={Undo2} onClick={onAction}>
            {actionWord}
          </Button>
        )}
        <Button kind="quiet" icon={X} onClick={onDismiss}>
          {dismissWord}
        </Button>
      </div>
    </div>
  );
}
