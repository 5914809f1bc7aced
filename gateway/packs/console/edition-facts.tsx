import { useTranslation } from 'react-i18next';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useWordsIn } from '../../console/use-words-in.ts';
import type { PackEdition } from '../staff-api.ts';

/** What an edition holds, who vouches for it, and what its builder warned of. */
export function EditionFacts({ edition }: { readonly edition: PackEdition }) {
  const { t, i18n } = useTranslation('packs');
  const time = useTimeWords();
  const wordsIn = useWordsIn();
  const size = new Intl.NumberFormat(i18n.language === 'ar' ? 'ar-u-nu-latn' : i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(edition.bytes / 1_000_000);
  const lessons = edition.items.filter((item) => item.kind === 'lesson').length;
  return (
    <Stack gap="sm">
      <p>{wordsIn(edition.summary)}</p>
      <Facts columns={2} items={[
        { key: 'holds', term: t('holds'), value: t('holdsWords', { lessons, quizzes: edition.items.length - lessons, minutes: edition.minutes }) },
        { key: 'subject', term: t('subject'), value: [t(`subjects.${edition.subject}`, { defaultValue: edition.subject }), ...edition.level.map((level) => t(`levels.${level}`, { defaultValue: level }))].join(', ') },
        { key: 'languages', term: t('languages'), value: edition.languages.map((code) => t(`language.${code}`, { defaultValue: code })).join(', ') },
        { key: 'size', term: t('size'), value: t('sizeWords', { files: edition.files, size }) },
        { key: 'signed', term: t('signedBy'), value: edition.signedBy.map((signer) => `${signer.keyId} (${t(`signer.${signer.role}`)})`).join(', ') },
        { key: 'received', term: t('received'), value: `${time.short(edition.receivedAt)}, ${edition.receivedBy}` },
      ]} />
      {edition.warnings.length === 0 ? null : <Notice tone="attention" title={t('warnings')}><ul>{edition.warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul></Notice>}
    </Stack>
  );
}
