import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackItem } from '#protocol/packs/manifest.ts';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import type { Person } from '../../../session/person.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { mayHandIn } from '#protocol/education/work-rules.ts';
import { recordProgress } from '../actions.ts';
import type { Course } from '../course.ts';
import type { EducationRoute } from '../route.ts';
import { inLanguage, itemLanguage } from '../rules.ts';
import { useTask, useWork } from '../work/use-task.ts';
import { CameraScreen } from './camera-screen.tsx';
import { WorkHistory } from './work-history.tsx';
import { WorkWriting } from './work-writing.tsx';

type WorkScreenProps = FeatureScreenProps<EducationRoute> & { readonly course: Course; readonly person: Person; readonly item: PackItem };

/** A written task: what is asked, where to write, and what became of what was handed in. Works with no network. */
export function WorkScreen({ course, person, item, replace }: WorkScreenProps) {
  const { t, i18n } = useTranslation('education');
  // The edition of the moment of opening: what arrives meanwhile changes nothing (PACK-30).
  const [opened] = useState(course);
  const [first = 'en'] = opened.manifest.languages;
  const task = useTask(person, opened, item, itemLanguage(item, i18n.language, first));
  const work = useWork(person, item.activityId);
  const pack = { packId: opened.pack.id, packVersion: opened.pack.version };
  const [isTaking, setTaking] = useState(false);
  const isNew = opened.progress.items.find((one) => one.item === item)?.summary.status === 'not-started';
  useEffect(() => {
    if (isNew) void recordProgress({ ...pack, activityId: item.activityId, verb: 'opened', data: {}, now: Date.now() }, person);
    // Once for each opening: what is recorded makes it no longer new.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, []);
  if (isTaking && typeof task === 'object') return <CameraScreen person={person} task={task} onClose={() => { setTaking(false); }} />;
  return (
    <Page title={inLanguage(item.title, i18n.language, first)} lead={t('work.lead')} focusTitle
      back={{ word: t('toCourse'), onClick: () => { replace({ place: 'education', screen: 'course', packId: opened.pack.id }); } }}>
      {task === 'failed' ? <Notice tone="attention" title={t('couldNotOpen')}>{t('couldNotOpenLead')}</Notice> : null}
      {task === 'loading' || work === undefined ? <Spinner word={t('opening')} block /> : null}
      {typeof task === 'object' && work !== undefined ? (
        <>
          <WorkHistory person={person} works={work.works} />
          <WorkWriting key={item.activityId} person={person} task={task} pack={pack} draft={work.draft} photos={work.photos} mayHandIn={mayHandIn(work.works)} onTakePhoto={() => { setTaking(true); }} />
        </>
      ) : null}
    </Page>
  );
}
