import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import type { IssuedCode } from '../staff-api.ts';

type IssuedCodeNoticeProps = { readonly title: string; readonly lead: string; readonly issued: IssuedCode; readonly onDone: () => void };

/** A code as it goes onto a slip: large, once, with when it ends. */
export function IssuedCodeNotice({ title, lead, issued, onDone }: IssuedCodeNoticeProps) {
  const { t } = useTranslation('tablets');
  const time = useTimeWords();
  return (
    <Notice tone="good" title={title} live="polite" actions={<Button kind="primary" onClick={onDone}>{t('written')}</Button>}>
      <p className="console-code" dir="ltr">{issued.code}</p>
      <p>{lead}</p>
      <p>{t('codeUntil', { time: time.full(issued.expiresAt) })}</p>
    </Notice>
  );
}
