import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCertificateNumber } from '#protocol/education/certificate.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { CodeField } from '../../../renderer/ui/code-field.tsx';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { checkCertificateReplySchema, type CheckedCertificate } from '../../family-api.ts';
import { callFamily, type CallFailure } from '../call-family.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { formatDay } from '../format-date.ts';

/** For whoever was shown a certificate: is it real? Needs its number and the surname on it, and no account. */
export function CertificateScreen() {
  const { t } = useTranslation('portal');
  const [number, setNumber] = useState('');
  const [surname, setSurname] = useState('');
  const [checked, setChecked] = useState<CheckedCertificate>();
  const [failure, setFailure] = useState<CallFailure>();
  const [slip, setSlip] = useState(false);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    const parsed = parseCertificateNumber(number);
    setSlip(parsed === undefined);
    setChecked(undefined);
    if (parsed === undefined || surname.trim() === '') return;
    setBusy(true);
    const answer = await callFamily({ method: 'POST', path: '/certificates/check', reply: checkCertificateReplySchema, body: { number: parsed, surname } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setChecked(answer.value);
  };
  return (
    <Page title={t('certificate.title')} lead={t('certificate.lead')} width="narrow" focusTitle>
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void check();
          }}
        >
          <Stack gap="md">
            {failure && <FailureNotice failure={failure} />}
            <CodeField label={t('certificate.number')} value={number} onChange={setNumber} groups={[4, 4, 4, 4]} error={slip ? t('certificate.slip') : undefined} />
            <TextField label={t('certificate.surname')} value={surname} onChange={setSurname} />
            <Button type="submit" kind="primary" icon={Search} busy={busy} busyWord={t('certificate.checking')} block>
              {t('certificate.check')}
            </Button>
          </Stack>
        </form>
      </Card>
      {checked && <Answer checked={checked} />}
    </Page>
  );
}

function Answer({ checked }: { readonly checked: CheckedCertificate }) {
  const { t, i18n } = useTranslation('portal');
  if (checked.state !== 'valid')
    return (
      <Notice tone="attention" title={t(`certificate.${checked.state}`)} live="polite">
        {t(`certificate.${checked.state}Lead`)}
      </Notice>
    );
  const { title, level, issuedOn } = checked.facts;
  const levels = level.filter((one) => one !== 'any').map((one) => t(`certificate.levels.${one}`));
  return (
    <Notice tone="good" title={t('certificate.valid')} live="polite">
      <Facts
        items={[
          { key: 'course', term: t('certificate.course'), value: <bdi>{title}</bdi> },
          ...(levels.length === 0 ? [] : [{ key: 'level', term: t('certificate.level'), value: levels.join(' · ') }]),
          { key: 'day', term: t('certificate.day'), value: formatDay(issuedOn, i18n.language) },
        ]}
      />
    </Notice>
  );
}
