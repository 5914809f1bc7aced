import { useTranslation } from 'react-i18next';
import { Button } from '../../renderer/ui/button.tsx';
import { Notice } from '../../renderer/ui/notice.tsx';
import { useTimeWords } from './time-words.ts';

type IssuedCodeNoticeProps = {
  readonly title: string;
  readonly lead: string;
  /** The code as it goes onto a slip, and when it ends. */
  readonly issued: { readonly code: string; readonly expiresAt: number };
  readonly onDone: () => void;
};

/** A code as it goes onto a slip: large, once, with when it ends. */
export function IssuedCodeNotice({ title, lead, issued, onDone }: IssuedCodeNoticeProps) {
  const { t } = useTranslation('console');
  const time = useTimeWords();
  return (
    <Notice tone="good" title={title} live="polite" actions={<Button kind="primary" onClick={onDone}>{t('code.written')}</Button>}>
      <p className="console-code" dir="ltr">{issued.code}</p>
      <p>{lead}</p>
      <p>{t('code.until', { time: time.full(issued.expiresAt) })}</p>
    </Notice>
  );
}
