import { useTranslation } from 'react-i18next';
import { Button } from '../../renderer/ui/button.tsx';
import { Notice } from '../../renderer/ui/notice.tsx';
import type { CallFailure } from './call-family.ts';

type FailureNoticeProps = { readonly failure: CallFailure; readonly onAgain?: (() => void) | undefined };

/** Why something did not work, in a sentence that says what to do. */
export function FailureNotice({ failure, onAgain }: FailureNoticeProps) {
  const { t, i18n } = useTranslation('portal');
  const offline = failure.code === 'offline';
  const key = i18n.exists(`portal:failure.${failure.code}`) ? failure.code : 'other';
  const seconds = Math.ceil((failure.retryAfter ?? 0) / 1000);
  return (
    <Notice
      tone={offline ? 'attention' : 'danger'}
      title={offline ? t('offline.title') : t('failure.title')}
      live="polite"
      actions={onAgain && <Button onClick={onAgain}>{t('again')}</Button>}
    >
      {offline && onAgain !== undefined ? t('offline.body') : t(`failure.${key}`, { seconds })}
    </Notice>
  );
}
