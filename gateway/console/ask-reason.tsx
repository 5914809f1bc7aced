import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../renderer/ui/text-field.tsx';
import { AskFirst } from './ask-first.tsx';

/** Shorter than this says nothing to whoever reads it later; the gateway refuses it too. */
const LEAST_LETTERS = 3;

type AskReasonProps = {
  readonly title: string;
  readonly lead: ReactNode;
  /** What the field asks, and who reads it. */
  readonly label: string;
  readonly confirmWord: string;
  readonly danger?: boolean | undefined;
  /** Most letters; 500 where nothing is said. */
  readonly most?: number | undefined;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
};

/** "Are you sure, and why?" A reason that is none is said, and nothing is done. Shown as long as it is mounted. */
export function AskReason({ title, lead, label, confirmWord, danger, most = 500, onConfirm, onCancel }: AskReasonProps) {
  const { t } = useTranslation('console');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isShort = reason.trim().length < LEAST_LETTERS;
  const confirm = (): void => {
    setAsked(true);
    if (!isShort) onConfirm(reason.trim());
  };
  return (
    <AskFirst open danger={danger} title={title} confirmWord={confirmWord} onConfirm={confirm} onCancel={onCancel}>
      <p>{lead}</p>
      <TextField label={label} maxLength={most} value={reason} onChange={setReason} error={asked && isShort ? t('reasonShort', { least: LEAST_LETTERS }) : undefined} />
    </AskFirst>
  );
}
