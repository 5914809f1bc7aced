import { ArrowRight } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import { Stack } from '../../ui/stack.tsx';
import { PRISON_NUMBER_LENGTH } from '../prison-number.ts';
import { PrisonNumberField } from './prison-number-field.tsx';

type Slip = { readonly prisonerNumber: string; readonly code: string };

/** Letters and digits of a code without the dash. */
const CODE_LENGTH = 8;

/** What stands on the slip staff gave: prison number and code. */
export function CodeStep({ slip, onSlip }: { readonly slip: Slip; readonly onSlip: (slip: Slip) => void }) {
  const { t } = useTranslation('session');
  const [prisonerNumber, setPrisonerNumber] = useState(slip.prisonerNumber);
  const [code, setCode] = useState(slip.code);
  const [asked, setAsked] = useState(false);
  const numberFits = prisonerNumber.length === PRISON_NUMBER_LENGTH;
  const codeFits = code.replace('-', '').length === CODE_LENGTH;
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    setAsked(true);
    if (numberFits && codeFits) onSlip({ prisonerNumber, code });
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <PrisonNumberField value={prisonerNumber} onChange={setPrisonerNumber} error={asked && !numberFits ? t('number.wrong') : undefined} autoFocus />
        <CodeField
          label={t('first.code')}
          hint={t('first.codeHint')}
          value={code}
          onChange={setCode}
          error={asked && !codeFits ? t('first.codeShort') : undefined}
        />
        <Button type="submit" kind="primary" size="large" iconEnd={ArrowRight} block>
          {t('first.next')}
        </Button>
      </Stack>
    </form>
  );
}
