import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { levelSchema } from '#protocol/packs/manifest.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import { countTopics, LENGTHS, type Filters } from '../catalogue/catalogue-rules.ts';
import type { Course } from '../course.ts';
import { languageName } from './language-name.ts';
import { useTopicWord } from './use-topic-word.ts';

type FilterPanelProps = { readonly courses: readonly Course[]; readonly filters: Filters; readonly onChange: (filters: Filters) => void };

const LEVELS = levelSchema.options.filter((level) => level !== 'any');

/** Ways to narrow the catalogue down; only what some course has can be chosen. */
export function FilterPanel({ courses, filters, onChange }: FilterPanelProps) {
  const { t, i18n } = useTranslation(['catalogue', 'education']);
  const topicWord = useTopicWord();
  const any = { value: '', label: t('any') };
  const languages = [...new Set(courses.flatMap(({ manifest }) => manifest.languages))].sort();
  const choose = (change: Filters) => { onChange({ ...filters, ...change }); };
  return (
    <fieldset className="education-filters">
      <legend>{t('narrow')}</legend>
      <Select label={t('filterTopic')} value={filters.topic ?? ''} options={[any, ...countTopics(courses).map(({ topic, count }) => ({ value: topic, label: t('topicCount', { topic: topicWord(topic), count }) }))]} onChange={(topic) => { choose({ topic: topic === '' ? undefined : topic }); }} />
      <Select label={t('filterLevel')} value={filters.level ?? ''} options={[any, ...LEVELS.map((level) => ({ value: level, label: t(`level.${level}`, { ns: 'education' }) }))]} onChange={(level) => { choose({ level: LEVELS.find((one) => one === level) }); }} />
      <Select label={t('filterLanguage')} value={filters.language ?? ''} options={[any, ...languages.map((language) => ({ value: language, label: languageName(language, i18n.language) }))]} onChange={(language) => { choose({ language: language === '' ? undefined : language }); }} />
      <Select label={t('filterLength')} value={filters.length ?? ''} options={[any, ...LENGTHS.map((length) => ({ value: length, label: t(`length.${length}`) }))]} onChange={(length) => { choose({ length: LENGTHS.find((one) => one === length) }); }} />
      <Checkbox label={t('soundOnly')} checked={filters.soundOnly === true} onChange={(soundOnly) => { choose({ soundOnly: soundOnly ? true : undefined }); }} />
      {isNarrowed(filters) ? <Button icon={RotateCcw} onClick={() => { onChange({}); }}>{t('reset')}</Button> : null}
    </fieldset>
  );
}

/** Whether anything is chosen. */
export function isNarrowed(filters: Filters): boolean {
  return Object.values(filters).some((chosen) => chosen !== undefined);
}
