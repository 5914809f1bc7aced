import { useTranslation } from 'react-i18next';
import { Row } from '../../../renderer/ui/row.tsx';
import { SegmentedChoice } from '../../../renderer/ui/segmented-choice.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import type { Person } from '../staff-api.ts';
import type { PeopleFilter } from './who-fits.ts';

type PeopleFiltersProps = { readonly filter: PeopleFilter; readonly people: readonly Person[]; readonly onChange: (filter: PeopleFilter) => void };

/** Search, wing, and whether those who left are shown. */
export function PeopleFilters({ filter, people, onChange }: PeopleFiltersProps) {
  const { t } = useTranslation('people');
  const wings = [...new Set(people.map((person) => person.wing))].sort();
  return (
    <Row align="end" gap="md">
      <TextField label={t('search')} type="search" width="medium" value={filter.search} onChange={(search) => { onChange({ ...filter, search }); }} />
      <Select label={t('wing')} width="medium" value={filter.wing} onChange={(wing) => { onChange({ ...filter, wing }); }} options={[{ value: '', label: t('everyWing') }, ...wings.map((wing) => ({ value: wing, label: wing }))]} />
      <SegmentedChoice legend={t('statusWord')} value={filter.status} onChange={(status) => { onChange({ ...filter, status }); }} options={[{ value: 'here', label: t('status.here') }, { value: 'left', label: t('status.left') }, { value: 'all', label: t('everybody') }]} />
    </Row>
  );
}
