import { useTranslation } from 'react-i18next';
import type { PackDifference } from '#protocol/packs/compare-packs.ts';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { Facts } from '../../../../renderer/ui/facts.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import { useWordsIn } from '../../../console/use-words-in.ts';
import { useSizeWords } from '../use-size-words.ts';

type Change = { readonly key: string; readonly what: 'added' | 'changed' | 'removed'; readonly name: string; readonly bytes: number };
const TONES = { added: 'good', changed: 'attention', removed: 'stopped' } as const;
/** More changed files than anybody reads one by one; the numbers above say how many there are. */
const MAX_SHOWN = 200;

/** What an edition brings, changes and takes away, with what it weighs and what it may do. */
export function DifferenceView({ against, difference }: { readonly against: number | null; readonly difference: PackDifference }) {
  const { t } = useTranslation('drafts');
  const wordsIn = useWordsIn();
  const size = useSizeWords();
  const { items, files, facts, powers, fetchBytes } = difference;
  const whats = ['added', 'changed', 'removed'] as const;
  const itemRows: Change[] = whats.flatMap((what) => items[what].map(({ activityId, title, bytes }) => ({ key: activityId, what, name: wordsIn(title), bytes })));
  const fileRows: Change[] = whats.flatMap((what) => files[what].map(({ path, bytes }) => ({ key: path, what, name: path, bytes })));
  const columns = [
    { key: 'name', header: t('item'), rowHeader: true, cell: (row: Change) => <bdi>{row.name}</bdi> },
    { key: 'what', header: t('changeWord'), cell: (row: Change) => <StatusChip tone={TONES[row.what]}>{t(`what.${row.what}`)}</StatusChip> },
    { key: 'size', header: t('size'), align: 'end' as const, cell: (row: Change) => size(row.bytes) },
  ];
  const count = (one: { readonly added: readonly unknown[]; readonly changed: readonly unknown[]; readonly removed: readonly unknown[]; readonly same: number }) => t('counts', { added: one.added.length, changed: one.changed.length, removed: one.removed.length, same: one.same });
  return (
    <Stack gap="md">
      <p>{against === null ? t('againstNothing') : t('against', { version: against })}</p>
      {powers.added.length === 0 ? null : <Notice tone="attention" title={t('newPowers')}><ul>{powers.added.map((power) => <li key={power}>{t(`power.${power}`)}</li>)}</ul></Notice>}
      <Facts columns={2} items={[
        { key: 'items', term: t('items'), value: count(items) },
        { key: 'files', term: t('files'), value: count(files) },
        { key: 'fetch', term: t('fetch'), value: size(fetchBytes) },
        { key: 'powers', term: t('powers'), value: powers.all.length === 0 ? t('noPowers') : powers.all.map((power) => t(`power.${power}`)).join(', ') },
        ...facts.map(({ name, before, after }) => ({ key: name, term: t(`fact.${name}`, { defaultValue: name }), value: <bdi>{t('beforeAfter', { before: before === '' ? '–' : before, after: after === '' ? '–' : after })}</bdi> })),
      ]} />
      {itemRows.length === 0 ? null : <DataTable dense caption={t('changedItems')} columns={columns} rows={itemRows} rowKey={(row) => row.key} />}
      {fileRows.length === 0 ? null : (
        <div><details className="console-more"><summary>{t('changedFiles', { count: fileRows.length })}</summary>
          <DataTable dense caption={t('changedFiles', { count: fileRows.length })} captionHidden columns={columns} rows={fileRows.slice(0, MAX_SHOWN)} rowKey={(row) => row.key} />
        </details></div>
      )}
    </Stack>
  );
}
