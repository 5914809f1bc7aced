import { useTranslation } from 'react-i18next';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import { usePerson } from '../../../session/use-person.ts';
import { Spinner } from '../../../ui/spinner.tsx';
import type { EducationRoute } from '../route.ts';
import { useShelf } from '../queries.ts';
import { CourseScreen } from './course-screen.tsx';
import { PlayerScreen } from './player-screen.tsx';
import { ShelfScreen } from './shelf-screen.tsx';
import './education.css';

/** All screens of the courses; a course that was withdrawn while open leads back to the shelf. */
export function EducationScreens(props: FeatureScreenProps<EducationRoute>) {
  const { t } = useTranslation('education');
  const person = usePerson();
  const shelf = useShelf(person);
  if (shelf === undefined) return <Spinner word={t('opening')} block size="lg" />;
  const { route } = props;
  const course = route.screen === 'shelf' ? undefined : shelf.courses.find(({ pack }) => pack.id === route.packId);
  if (route.screen === 'play' && course !== undefined) return <PlayerScreen {...props} key={route.activityId} course={course} person={person} activityId={route.activityId} />;
  if (route.screen === 'course' && course !== undefined) return <CourseScreen {...props} course={course} person={person} />;
  return <ShelfScreen {...props} shelf={shelf} person={person} />;
}
