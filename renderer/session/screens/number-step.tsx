import { ArrowRight } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { PRISON_NUMBER_LENGTH } from '../prison-number.ts';
import { PrisonNumberField } from './prison-number-field.tsx';

type NumberStepProps = { readonly value: string; readonly onChange: (number: string) => void; readonly onDone: () => void };

/** Asks for the prison number; goes on only with a whole one. */
export function NumberStep({ value, onChange, onDone }: NumberStepProps) {
  const { t } = useTranslation('session');
  const [asked, setAsked] = useState(false);
  const complete = value.length === PRISON_NUMBER_LENGTH;
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    setAsked(true);
    if (complete) onDone();
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <PrisonNumberField value={value} onChange={onChange} error={asked && !complete ? t('number.wrong') : undefined} />
        <Button type="submit" kind="primary" size="large" iconEnd={ArrowRight} block>
          {t('number.next')}
        </Button>
      </Stack>
    </form>
  );
}
