import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { countWords } from '#protocol/education/work-rules.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import type { WorkDraft, WorkTexts } from '../work/work-tables.ts';

type EarlierVersionsProps = { readonly versions: WorkDraft['versions']; readonly onBringBack: (texts: WorkTexts) => void };

/** Earlier states of a draft, newest first. Bringing one back keeps what stands now as a version too. */
export function EarlierVersions({ versions, onBringBack }: EarlierVersionsProps) {
  const { t } = useTranslation('education');
  const { when } = useWhen();
  if (versions.length === 0) return null;
  return (
    <Section title={t('work.versions')} hint={t('work.versionsLead')}>
      <ul className="education-versions">
        {[...versions].reverse().map(({ at, texts }, index) => (
          <li key={`${String(at)}-${String(index)}`}>
            <span>{when(at)} · {t('work.words', { count: countWords(Object.values(texts).join(' ')) })}</span>
            <Button size="small" icon={History} aria-label={t('work.bringBackNamed', { time: when(at) })} onClick={() => { onBringBack(texts); }}>{t('work.bringBack')}</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
