import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { ACTS, useActWords } from './use-act-words.ts';

/** What is looked for; absent: anything. */
export type AuditFilter = { readonly action?: string; readonly actor?: string; readonly subject?: string };

/** One kind of act, and what was pressed in the table: one actor, one thing. */
export function AuditFilters({ filter, onChange }: { readonly filter: AuditFilter; readonly onChange: (filter: AuditFilter) => void }) {
  const { t } = useTranslation('audit');
  const actWords = useActWords();
  const { action, actor, subject } = filter;
  return (
    <Row align="end" gap="md">
      <Select label={t('action')} width="medium" value={action ?? ''} onChange={(chosen) => { onChange({ ...(chosen === '' ? {} : { action: chosen }), ...(actor === undefined ? {} : { actor }), ...(subject === undefined ? {} : { subject }) }); }}
        options={[{ value: '', label: t('anyAct') }, ...ACTS.map((known) => ({ value: known, label: actWords(known) })).sort((one, other) => one.label.localeCompare(other.label))]} />
      {actor === undefined ? null : <Button icon={X} onClick={() => { onChange({ ...(action === undefined ? {} : { action }), ...(subject === undefined ? {} : { subject }) }); }}>{t('onlyActor')}</Button>}
      {subject === undefined ? null : <Button icon={X} onClick={() => { onChange({ ...(action === undefined ? {} : { action }), ...(actor === undefined ? {} : { actor }) }); }}>{t('onlySubject')}</Button>}
    </Row>
  );
}
