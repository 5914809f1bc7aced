import { ArrowRight } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { CodeEntry, isWholeCode } from './code-entry.tsx';

type CodeStepProps = { readonly value: string; readonly onChange: (code: string) => void; readonly onDone: () => void };

/** Asks for the code on the slip; goes on only with a whole one. */
export function CodeStep({ value, onChange, onDone }: CodeStepProps) {
  const { t } = useTranslation('session');
  const [asked, setAsked] = useState(false);
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    setAsked(true);
    if (isWholeCode(value)) onDone();
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <CodeEntry
          label={t('first.code')}
          hint={t('first.codeHint')}
          value={value}
          onChange={onChange}
          error={asked && !isWholeCode(value) ? t('first.codeShort') : undefined}
        />
        <Button type="submit" kind="primary" size="large" iconEnd={ArrowRight} block>
          {t('first.next')}
        </Button>
      </Stack>
    </form>
  );
}
