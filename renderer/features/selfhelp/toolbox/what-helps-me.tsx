import { Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Section } from '../../../ui/section.tsx';
import { useDiary } from '../use-diary.ts';
import { endKeys } from './outcome.ts';
import { loadHelpful } from './queries.ts';
import { useTechniqueWords } from './use-technique-words.ts';

/**
 * The techniques of which the person said that they help, with what they found out, for a bad day; nothing where there are
 * none. `onOpen` leads to one.
 */
export function WhatHelpsMe({ onOpen }: { readonly onOpen?: ((technique: string) => void) | undefined }) {
  const { t } = useTranslation('toolbox');
  const words = useTechniqueWords();
  const helpful = useDiary(loadHelpful, []) ?? [];
  if (helpful.length === 0) return null;
  return (
    <Section title={t('helpsTitle')}>
      <List label={t('helpsTitle')}>
        {helpful.map(({ id, answers }) => {
          const found = answers[endKeys.found];
          return (
            <ListRow
              key={id}
              icon={Wrench}
              title={words[id].name}
              detail={typeof found === 'string' && found.trim() !== '' ? <bdi>{found}</bdi> : words[id].about}
              onClick={onOpen === undefined ? undefined : () => { onOpen(id); }}
            />
          );
        })}
      </List>
    </Section>
  );
}
