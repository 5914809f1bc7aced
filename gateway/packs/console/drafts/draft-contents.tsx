import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { useWordsIn } from '../../../console/use-words-in.ts';
import type { Draft } from '../../drafts/staff-api.ts';
import { useSizeWords } from '../use-size-words.ts';

type Item = Draft['items'][number];

/** What is in the built course, and what each part weighs. */
export function DraftContents({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('drafts');
  const wordsIn = useWordsIn();
  const size = useSizeWords();
  const columns = [
    { key: 'title', header: t('item'), rowHeader: true, cell: (item: Item) => <bdi>{wordsIn(item.title)}</bdi> },
    { key: 'kind', header: t('kind'), cell: (item: Item) => t(`packs:kind.${item.kind}`) },
    { key: 'minutes', header: t('minutes'), align: 'end' as const, cell: (item: Item) => String(item.minutes) },
    { key: 'files', header: t('files'), align: 'end' as const, cell: (item: Item) => String(item.files) },
    { key: 'size', header: t('size'), align: 'end' as const, cell: (item: Item) => size(item.bytes) },
  ];
  return (
    <Section title={t('contents')} hint={t('contentsHint', { files: draft.totals.files, size: size(draft.totals.bytes) })}>
      <DataTable dense caption={`${t('contents')}: ${t('items')}`} captionHidden columns={columns} rows={draft.items} rowKey={(item) => item.activityId} />
    </Section>
  );
}
