import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../../../../renderer/ui/progress-bar.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { useWordsIn } from '../../../console/use-words-in.ts';
import type { Learners } from '../staff-api.ts';

/** A bar for each course somebody opened. */
export function CourseProgress({ packs }: { readonly packs: Learners['learners'][number]['packs'] }) {
  const { t } = useTranslation('learners');
  const wordsIn = useWordsIn();
  if (packs.length === 0) return t('none');
  return (
    <Stack gap="xs">
      {packs.map((pack) => <ProgressBar key={pack.packId} label={wordsIn(pack.title)} value={pack.fraction} max={1} valueText={t('doneOf', { done: pack.done, of: pack.of })} />)}
    </Stack>
  );
}
