import { useTranslation } from 'react-i18next';
import type { ConsoleScreenProps, DeskPart } from '../../../console/console-feature.ts';
import { DeskViews } from '../../../console/desk-views.tsx';
import { placeAddress } from '../../../console/place.ts';
import { CertificatesView } from './certificates-view.tsx';
import { FilesView } from './files-view.tsx';
import { GroupsView } from './groups-view.tsx';
import { LearnerScreen } from './learner-screen.tsx';
import { LearnerTable } from './learner-table.tsx';
import { OpinionsView } from './opinions-view.tsx';
import { WorkDesk } from './work-desk.tsx';
import { WorkQueue } from './work-queue.tsx';

const VIEWS = [
  { key: 'people', action: 'learners.read' },
  { key: 'work', action: 'work.read' },
  { key: 'groups', action: 'groups.manage' },
  { key: 'certificates', action: 'certificates.read' },
  { key: 'opinions', action: 'feedback.read' },
  { key: 'files', action: 'learners.export' },
] as const;

/** The tutor's desk: who is where, what waits for a mark, groups, certificates, opinions and files. Each role sees its parts. */
export function LearnersScreen({ session, rest, parts }: ConsoleScreenProps & { readonly parts: readonly DeskPart[] }) {
  const { t } = useTranslation('learners');
  const [place, id, ...more] = rest;
  const mine = VIEWS.filter(({ action }) => session.actions.includes(action));
  const added = parts.filter(({ action }) => session.actions.includes(action));
  const part = added.find(({ key }) => key === place);
  const current = mine.find(({ key }) => key === place)?.key;
  const links = [
    ...mine.map(({ key }) => ({ key, word: t(`view.${key}`), href: placeAddress('learners', key) })),
    ...added.map(({ key, words }) => ({ key, word: t(`${words[0].namespace}:view`), href: placeAddress('learners', key) })),
  ];
  const views = <DeskViews label={t('views')} current={part?.key ?? current ?? 'people'} views={links} />;
  if (part !== undefined) return <part.view key={part.key} views={views} desk="learners" rest={id === undefined ? more : [id, ...more]} />;
  switch (current) {
    case 'work':
      return id === undefined ? <WorkQueue views={views} /> : <WorkDesk key={id} workId={id} />;
    case 'groups':
      return <GroupsView views={views} />;
    case 'certificates':
      return <CertificatesView views={views} session={session} />;
    case 'opinions':
      return <OpinionsView views={views} />;
    case 'files':
      return <FilesView views={views} />;
    default:
      // An address without a view is a learner's, as it always was.
      return place === undefined || current === 'people' ? <LearnerTable views={views} /> : <LearnerScreen key={place} personId={place} />;
  }
}
