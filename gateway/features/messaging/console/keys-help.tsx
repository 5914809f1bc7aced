import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../../renderer/ui/checkbox.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';

const KEYS = [
  ['N', 'next'],
  ['R', 'release'],
  ['S', 'stop'],
  ['B', 'return'],
  ['E', 'escalate'],
  ['Ctrl + Enter', 'decide'],
] as const;

/** Which keys there are, and the switch that turns the single ones off. */
export function KeysHelp({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  const { t } = useTranslation('moderation');
  return (
    <details className="console-more">
      <summary>{t('keys.title')}</summary>
      <Stack gap="xs">
        <dl className="console-keys">
          {KEYS.map(([key, word]) => <div key={key}><dt><kbd dir="ltr">{key}</kbd></dt><dd>{t(`keys.${word}`)}</dd></div>)}
        </dl>
        <Checkbox label={t('keys.on')} hint={t('keys.onHint')} checked={on} onChange={onChange} />
      </Stack>
    </details>
  );
}
