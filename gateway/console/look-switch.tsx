import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../renderer/ui/language-switch.tsx';
import { Row } from '../../renderer/ui/row.tsx';
import { SegmentedChoice } from '../../renderer/ui/segmented-choice.tsx';
import { changeLook, consoleLanguages, useLook } from './look.ts';

const NAMES = { en: 'English', cy: 'Cymraeg', ar: 'العربية' } as const;

/** Language and colours of this workstation. */
export function LookSwitch() {
  const { t } = useTranslation('console');
  const look = useLook();
  return (
    <Row gap="md">
      <LanguageSwitch legend={t('look.language')} legendHidden value={look.language} options={consoleLanguages.map((code) => ({ code, name: NAMES[code] }))}
        onChange={(code) => { const language = consoleLanguages.find((known) => known === code); if (language !== undefined) changeLook({ language }); }} />
      <SegmentedChoice legend={t('look.theme')} legendHidden value={look.theme} onChange={(theme) => { changeLook({ theme }); }}
        options={[{ value: 'light', label: t('look.light') }, { value: 'dark', label: t('look.dark') }, { value: 'contrast', label: t('look.contrast') }]} />
    </Row>
  );
}
