import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import { tabletSchema, type StaffTablet } from '../staff-api.ts';

const ConfirmDialog = lazy(async () => ({ default: (await import('../../../../renderer/ui/confirm-dialog.tsx')).ConfirmDialog }));
const REASONS = ['lost', 'stolen', 'broken', 'tampered', 'withdrawn'] as const;

type RevokeTabletProps = { readonly tablet: StaffTablet; readonly onChanged: () => void; readonly onFailure: (failure: CallFailure | undefined) => void };

/** Stops a tablet's credential at its next contact. Asked twice: what is not yet sent from it stays on it. */
export function RevokeTablet({ tablet, onChanged, onFailure }: RevokeTabletProps) {
  const { t } = useTranslation('tablets');
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  async function revoke() {
    setAsking(false);
    const answer = await callApi({ method: 'POST', path: `/tablets/${tablet.tabletId}/revoke`, reply: tabletSchema, body: { reason, ...(tablet.openAlerts > 0 ? { despiteAlert: true } : {}) } });
    onFailure(answer.ok ? undefined : answer.error);
    onChanged();
  }
  return (
    <Section title={t('revokeTitle')} hint={t('revokeLead')}>
      <Row align="end">
        <Select label={t('revokeReason')} placeholder={t('pick')} value={reason} onChange={setReason} options={REASONS.map((code) => ({ value: code, label: t(`revoke.${code}`) }))} />
        <Button kind="danger" disabled={reason === ''} onClick={() => { setAsking(true); }}>{t('revokeGo')}</Button>
      </Row>
      <Suspense>
        {asking ? <ConfirmDialog open title={t('revokeSure', { name: tablet.name })} confirmWord={t('revokeGo')} cancelWord={t('cancel')} kind="danger" onConfirm={() => { void revoke(); }} onCancel={() => { setAsking(false); }}>{tablet.openAlerts > 0 ? `${t('openAlert')} ` : ''}{t('revokeSureLead')}</ConfirmDialog> : null}
      </Suspense>
    </Section>
  );
}
