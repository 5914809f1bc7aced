import { Contrast, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGE_OPTIONS } from '../../text/languages.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { TextSizeSwitch } from '../../ui/text-size-switch.tsx';
import { changePreferences, usePreferences } from '../preferences-store.ts';

/** Language, text size and colours. Takes effect at once; there is nothing to save. */
export function LookControls() {
  const { t } = useTranslation('app');
  const { language, textSize, theme } = usePreferences((store) => store.preferences);
  return (
    <div className="look-controls">
      <LanguageSwitch
        legend={t('look.language')}
        options={LANGUAGE_OPTIONS}
        value={language}
        onChange={(code) => { if (isLanguage(code)) void changePreferences({ language: code }); }}
      />
      <TextSizeSwitch
        legend={t('look.size')}
        value={textSize}
        onChange={(size) => { void changePreferences({ textSize: size }); }}
        smallerWord={t('look.smaller')}
        largerWord={t('look.larger')}
        valueText={(size) => t('look.percent', { size })}
      />
      <SegmentedChoice
        legend={t('look.theme')}
        value={theme}
        onChange={(name) => { void changePreferences({ theme: name }); }}
        options={[
          { value: 'light', label: t('look.light'), icon: Sun },
          { value: 'dark', label: t('look.dark'), icon: Moon },
          { value: 'contrast', label: t('look.contrast'), icon: Contrast },
        ]}
      />
    </div>
  );
}
