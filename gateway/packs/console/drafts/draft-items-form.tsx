import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import type { ChangeDraft, Draft } from '../../drafts/staff-api.ts';

type Item = NonNullable<Draft['facts']>['items'][number];

/** An item as its row is filled in. `completion` is a rule's name, or empty for the item's own. */
export type ItemForm = { readonly id: string; readonly title: string; readonly minutes: string; readonly completion: string; readonly passMark: string | null };

const RULES = ['viewed', 'manual', 'score', 'listened', 'scorm'] as const;
type Completion = NonNullable<NonNullable<ChangeDraft['items']>[number]['completion']>;

/** What stands in an item's row at first. */
export function itemFormOf({ id, title, minutes, completion, passMark }: Item): ItemForm {
  return { id, title, minutes: String(minutes), completion: completion?.rule ?? '', passMark: passMark === null ? null : String(Math.round(passMark * 100)) };
}

/** What is sent of a row: only what can be understood; the checker says what is missing. */
export function itemChangeOf(item: ItemForm): NonNullable<ChangeDraft['items']>[number] {
  const minutes = Number(item.minutes);
  const passMark = item.passMark === null ? NaN : Number(item.passMark) / 100;
  const completion = completionOf(item.completion, passMark);
  return {
    id: item.id,
    ...(Number.isInteger(minutes) && minutes >= 1 && minutes <= 10_000 ? { minutes } : {}),
    ...(completion === undefined ? {} : { completion }),
    ...(passMark >= 0 && passMark <= 1 ? { passMark } : {}),
  };
}

/** A share has a customary value here; the pass mark of a quiz is its share. */
function completionOf(rule: string, passMark: number): Completion | undefined {
  if (rule === 'viewed' || rule === 'manual' || rule === 'scorm') return { rule };
  if (rule === 'score') return { rule, atLeast: passMark >= 0 && passMark <= 1 ? passMark : 0.6 };
  return rule === 'listened' ? { rule, atLeast: 0.9 } : undefined;
}

/** Minutes, when it counts as done, and the pass mark of each part of the course. */
export function DraftItemsForm({ items, onChange }: { readonly items: readonly ItemForm[]; readonly onChange: (items: readonly ItemForm[]) => void }) {
  const { t } = useTranslation('drafts');
  const set = (id: string, change: Partial<ItemForm>) => { onChange(items.map((item) => (item.id === id ? { ...item, ...change } : item))); };
  const columns = [
    { key: 'title', header: t('item'), rowHeader: true, cell: (item: ItemForm) => <bdi>{item.title}</bdi> },
    { key: 'minutes', header: t('minutes'), cell: (item: ItemForm) => <TextField label={t('minutesOf', { item: item.title })} type="number" inputMode="numeric" width="short" value={item.minutes} onChange={(minutes) => { set(item.id, { minutes }); }} /> },
    { key: 'done', header: t('doneWhen'), cell: (item: ItemForm) => <Select label={t('doneWhenOf', { item: item.title })} width="medium" value={item.completion} onChange={(completion) => { set(item.id, { completion }); }} options={[{ value: '', label: t('rule.own') }, ...RULES.map((value) => ({ value, label: t(`rule.${value}`) }))]} /> },
    { key: 'pass', header: t('passMark'), cell: (item: ItemForm) => (item.passMark === null ? '' : <TextField label={t('passMarkOf', { item: item.title })} type="number" inputMode="numeric" width="short" value={item.passMark} onChange={(passMark) => { set(item.id, { passMark }); }} />) },
  ];
  return <DataTable dense caption={t('items')} columns={columns} rows={items} rowKey={(item) => item.id} />;
}
