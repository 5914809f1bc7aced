import { Brain, Footprints, HeartPulse, Signpost, Smile, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { areas, type Area } from '#protocol/selfhelp/schema.ts';
import { Listen } from '../../../../speech/listen.tsx';
import { Badge } from '../../../../ui/badge.tsx';
import type { IconType } from '../../../../ui/icon.tsx';
import { List } from '../../../../ui/list.tsx';
import { ListRow } from '../../../../ui/list-row.tsx';
import { Page } from '../../../../ui/page.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { SelfhelpScreenProps } from '../../selfhelp-route.ts';
import { useDiary } from '../../use-diary.ts';
import { loadTechniqueStates, type TechniqueState } from '../queries.ts';
import { techniqueIds } from '../technique.ts';
import { techniques } from '../techniques.ts';
import { useTechniqueWords } from '../use-technique-words.ts';

const ICONS: Readonly<Record<Area, IconType>> = { situations: Signpost, thoughts: Brain, emotions: Smile, body: HeartPulse, behaviours: Footprints, lifestyle: Sun };

const NOT_BEGUN = { times: 0, isBegun: false, helps: false } as const;

/** Every technique, by area; what the person said helps stands first. */
export function ShelfScreen({ go, back }: Pick<SelfhelpScreenProps, 'go' | 'back'>) {
  const { t } = useTranslation('toolbox');
  // The areas are called here as they are on the map.
  const { t: nameArea } = useTranslation('balance');
  const nameOf = (area: Area) => nameArea(`area.${area}`);
  const words = useTechniqueWords();
  const states = useDiary(loadTechniqueStates, [], { drafts: true }) ?? [];
  const all = techniqueIds.map((id): TechniqueState => states.find((state) => state.id === id) ?? { id, ...NOT_BEGUN });
  const helpful = all.filter((state) => state.helps);
  const open = (technique: string) => { go({ screen: 'toolbox', technique }); };
  const says = [t('title'), t('lead'), ...areas.flatMap((area) => [nameOf(area), ...all.filter(({ id }) => techniques[id].area === area).flatMap(({ id }) => [words[id].name, words[id].about])])];
  return (
    <Page title={t('title')} lead={t('lead')} back={{ word: t('title', { ns: 'programme' }), onClick: back }} actions={<Listen says={says} />} width="wide" focusTitle>
      {helpful.length > 0 && (
        <Section title={t('helpsTitle')}>
          <Shelf label={t('helpsTitle')} states={helpful} open={open} />
        </Section>
      )}
      {areas.map((area) => (
        <Section key={area} title={nameOf(area)}>
          <Shelf label={nameOf(area)} states={all.filter(({ id }) => techniques[id].area === area)} open={open} />
        </Section>
      ))}
    </Page>
  );
}

type ShelfProps = { readonly label: string; readonly states: readonly TechniqueState[]; readonly open: (technique: string) => void };

function Shelf({ label, states, open }: ShelfProps) {
  const { t } = useTranslation('toolbox');
  const words = useTechniqueWords();
  return (
    <List label={label}>
      {states.map(({ id, times, isBegun }) => (
        <ListRow
          key={id}
          icon={ICONS[techniques[id].area]}
          title={words[id].name}
          detail={words[id].about}
          meta={t('minutes', { count: techniques[id].minutes })}
          chip={isBegun ? <Badge tone="attention">{t('halfWay')}</Badge> : times > 0 ? <Badge tone="good">{t('done', { count: times })}</Badge> : undefined}
          onClick={() => { open(id); }}
        />
      ))}
    </List>
  );
}
