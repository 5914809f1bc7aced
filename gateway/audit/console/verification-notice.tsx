import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useCall } from '../../console/use-call.ts';
import { auditVerificationSchema } from '../staff-api.ts';

/** Whether the record is whole: each act carries the fingerprint of the one before, so nothing can be changed or taken out unseen. */
export function VerificationNotice() {
  const { t } = useTranslation('audit');
  const verification = useCall('/audit/verification', auditVerificationSchema);
  if (verification.state === 'loading') return <Notice tone="info">{t('checking')}</Notice>;
  if (verification.state === 'failed') return <FailureNotice failure={verification.failure} />;
  const { ok, entries, broken } = verification.value;
  if (ok || broken === null) return <Notice tone="good" title={t('whole', { entries })} live="polite">{t('wholeLead')}</Notice>;
  return (
    <Notice tone="danger" title={t('broken', { sequence: broken.sequence })} live="assertive" actions={<Button size="small" onClick={verification.again}>{t('checkAgain')}</Button>}>
      <p>{t(`brokenWhy.${broken.code}`, { defaultValue: broken.code })}</p>
      <p>{t('brokenLead')}</p>
    </Notice>
  );
}
