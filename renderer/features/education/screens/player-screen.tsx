import { DoorOpen, NotebookText, RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityIdSchema } from '#protocol/packs/inline-text.ts';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import type { Person } from '../../../session/person.ts';
import { usePreferences } from '../../../session/preferences-store.ts';
import { BackLink } from '../../../ui/back-link.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Row } from '../../../ui/row.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import type { Course } from '../course.ts';
import type { EducationRoute } from '../route.ts';
import { inLanguage } from '../rules.ts';
import { startFor } from '../start-for.ts';
import { NotesBeside } from './notes-beside.tsx';
import { useOpenActivity } from './use-open-activity.ts';

type PlayerScreenProps = FeatureScreenProps<EducationRoute> & { readonly course: Course; readonly person: Person; readonly activityId: string };

/** An activity in its pack's own origin. This screen keeps the bar above it, and says so when the activity stops. */
export function PlayerScreen({ course, person, activityId, route, replace }: PlayerScreenProps) {
  const { t, i18n } = useTranslation(['education', 'study']);
  const [notesOpen, setNotesOpen] = useState(false);
  const { textSize, theme } = usePreferences((store) => store.preferences);
  const title = inLanguage(course.manifest.title, i18n.language);
  function toCourse() {
    replace({ place: 'education', screen: 'course', packId: course.pack.id });
  }
  const { stage, standing, hasRoom, send, tryAgain } = useOpenActivity({
    course,
    person,
    activityId,
    title,
    start: (kept) => startFor(course, activityId, { language: i18n.language, textSize, theme }, kept, route.screen === 'play' ? route : {}),
    onNext: (next) => { replace({ place: 'education', screen: 'play', packId: course.pack.id, activityId: next }); },
    onClose: toCourse,
  });
  useEffect(() => { send({ type: 'appearance', textSize, theme }); }, [send, textSize, theme]);
  const isHalted = standing === 'stopped' || standing === 'too-large';
  return (
    <main id="main" className="education-player" aria-label={title}>
      <div className="education-bar">
        <BackLink word={t('toCourse')} onClick={toCourse} />
        {/* In the bar, where it takes no room of its own: what goes away above a lesson moves its answers under the finger. */}
        {standing === 'opening' ? <Spinner word={t('opening')} /> : <span>{title}</span>}
        <Button icon={NotebookText} aria-expanded={notesOpen} onClick={() => { setNotesOpen(!notesOpen); }}>{notesOpen ? t('closeNotes', { ns: 'study' }) : t('noteBeside', { ns: 'study' })}</Button>
      </div>
      {hasRoom ? null : <Notice tone="danger" live="assertive">{t('storageFull')}</Notice>}
      {standing === 'failed' ? <Notice tone="attention" title={t('couldNotOpen')}>{t('couldNotOpenLead')}</Notice> : null}
      <div className="education-beside-row">
        {standing === 'no-runtime' ? (
          <div role="alert" className="education-halt">
            <EmptyState level={1} picture="unplugged" title={t('runtimeMissing')} action={<Button size="large" kind="primary" icon={DoorOpen} onClick={toCourse}>{t('toCourse')}</Button>}>{t('runtimeMissingLead')}</EmptyState>
          </div>
        ) : null}
        {isHalted ? (
          <div role="alert" className="education-halt">
            <EmptyState level={1} picture="books" title={t('stopped')}>{t(standing === 'too-large' ? 'tooLargeLead' : 'stoppedLead')}</EmptyState>
            <Row justify="center">
              <Button size="large" kind="primary" icon={RotateCcw} onClick={tryAgain}>{t('tryAgain')}</Button>
              <Button size="large" icon={DoorOpen} onClick={toCourse}>{t('closeLesson')}</Button>
            </Row>
          </div>
        ) : null}
        <div ref={stage} className="education-stage" hidden={isHalted || standing === 'no-runtime'} />
        {notesOpen ? <NotesBeside beside={{ packId: course.manifest.packId, activityId: activityIdSchema.parse(activityId) }} title={inLanguage(course.manifest.items.find((item) => item.activityId === activityId)?.title ?? {}, i18n.language)} /> : null}
      </div>
    </main>
  );
}
