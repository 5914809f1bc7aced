import { useTranslation } from 'react-i18next';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import { usePerson } from '../../../session/use-person.ts';
import { Spinner } from '../../../ui/spinner.tsx';
import type { EducationRoute } from '../route.ts';
import { useShelf } from '../queries.ts';
import { CertificatesScreen } from './certificates-screen.tsx';
import { CourseScreen } from './course-screen.tsx';
import { GoalsScreen } from './goals-screen.tsx';
import { NoteScreen } from './note-screen.tsx';
import { NotesScreen } from './notes-screen.tsx';
import { PlayerScreen } from './player-screen.tsx';
import { ShelfScreen } from './shelf-screen.tsx';
import { WorkScreen } from './work-screen.tsx';
import './education.css';

/** All screens of the courses; a course that was withdrawn while open leads back to the shelf. */
export function EducationScreens(props: FeatureScreenProps<EducationRoute>) {
  const { t } = useTranslation('education');
  const person = usePerson();
  const shelf = useShelf(person);
  if (shelf === undefined) return <Spinner word={t('opening')} block size="lg" />;
  const { route } = props;
  if (route.screen === 'notes') return <NotesScreen {...props} />;
  if (route.screen === 'note') return <NoteScreen {...props} noteId={route.noteId} />;
  if (route.screen === 'goals') return <GoalsScreen {...props} />;
  if (route.screen === 'certificates') return <CertificatesScreen {...props} person={person} />;
  const course = !('packId' in route) ? undefined : shelf.courses.find(({ pack }) => pack.id === route.packId);
  const item = route.screen === 'play' ? course?.manifest.items.find(({ activityId }) => activityId === route.activityId) : undefined;
  if (course !== undefined && item?.kind === 'assignment') return <WorkScreen {...props} key={item.activityId} course={course} person={person} item={item} />;
  if (route.screen === 'play' && course !== undefined) return <PlayerScreen {...props} key={route.activityId} course={course} person={person} activityId={route.activityId} />;
  if (route.screen === 'course' && course !== undefined) return <CourseScreen {...props} course={course} person={person} />;
  return <ShelfScreen {...props} shelf={shelf} person={person} />;
}
