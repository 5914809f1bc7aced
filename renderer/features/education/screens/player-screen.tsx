import { useCallback, useEffect, useRef, useState } from 'react';
import { NotebookText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { activityIdSchema } from '#protocol/packs/inline-text.ts';
import type { PlayerToApp } from '#protocol/shell/player.ts';
import type { FeatureScreenProps } from '../../../door/feature-door.ts';
import { createPackShelf } from '../../../packs/pack-shelf.ts';
import { openPackView, type PackView } from '../../../packs/open-pack-view.ts';
import { holdFiles } from '../../../packs/update-packs.ts';
import { usePreferences } from '../../../session/preferences-store.ts';
import type { Person } from '../../../session/person.ts';
import { shellKind } from '../../../shell/shell-port.ts';
import { Button } from '../../../ui/button.tsx';
import { BackLink } from '../../../ui/back-link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { recordProgress } from '../actions.ts';
import type { Course } from '../course.ts';
import type { EducationRoute } from '../route.ts';
import { inLanguage } from '../rules.ts';
import { NotesBeside } from './notes-beside.tsx';
import { startFor } from '../start-for.ts';

type PlayerScreenProps = FeatureScreenProps<EducationRoute> & { readonly course: Course; readonly person: Person; readonly activityId: string };

/** A lesson or quiz in its pack's own origin. This screen keeps the bar above it, and keeps what the player reports. */
export function PlayerScreen({ course, person, activityId, route, replace }: PlayerScreenProps) {
  const { t, i18n } = useTranslation(['education', 'study']);
  const [state, setState] = useState<'opening' | 'open' | 'failed'>('opening');
  const [notesOpen, setNotesOpen] = useState(false);
  const [storageFull, setStorageFull] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  // The version and the place are those of the moment of opening; what arrives meanwhile changes nothing (PACK-30).
  const [opened] = useState(course);
  const view = useRef<PackView>(undefined);
  const { textSize, theme } = usePreferences((store) => store.preferences);
  const start = useRef(startFor(opened, activityId, { language: i18n.language, textSize, theme }, route.screen === 'play' ? route : {}));

  const onMessage = useCallback((message: PlayerToApp) => {
    if (start.current === undefined) return;
    if (message.type === 'ready') { view.current?.send(start.current); setState('open'); }
    if (message.type === 'close') replace({ place: 'education', screen: 'course', packId: opened.pack.id });
    if (message.type === 'open-next' && start.current.next !== null) replace({ place: 'education', screen: 'play', packId: opened.pack.id, activityId: start.current.next.activityId });
    if (message.type === 'failed') setState('failed');
    if (message.type === 'progress') {
      void recordProgress({ packId: opened.pack.id, packVersion: opened.pack.version, activityId, verb: message.verb, data: message.data, now: Date.now() }, person)
        .then((kept) => { setStorageFull(!kept.ok && kept.error.code === 'storage-full'); });
    }
  }, [opened, person, activityId, replace]);

  useEffect(() => {
    const container = stage.current;
    if (container === null) return;
    let gone = false;
    const release = holdFiles(opened.pack.files);
    const loadFile = createPackShelf(person.tabletDatabase).loadFile;
    const opening = openPackView({ shell: person.shell, kind: shellKind(), packId: opened.manifest.packId, files: opened.pack.files, loadFile, container, title: inLanguage(opened.manifest.title, document.documentElement.lang), onMessage });
    opening.then((made) => { if (gone) made.close(); else view.current = made; }, () => { setState('failed'); });
    return () => {
      gone = true;
      release();
      view.current?.close();
      view.current = undefined;
    };
  }, [opened, person, onMessage]);

  useEffect(() => { view.current?.send({ type: 'appearance', textSize, theme }); }, [textSize, theme]);

  return (
    <main id="main" className="education-player" aria-label={inLanguage(opened.manifest.title, i18n.language)}>
      <div className="education-bar">
        <BackLink word={t('toCourse')} onClick={() => { replace({ place: 'education', screen: 'course', packId: opened.pack.id }); }} />
        <span>{inLanguage(opened.manifest.title, i18n.language)}</span>
        <Button icon={NotebookText} aria-expanded={notesOpen} onClick={() => { setNotesOpen(!notesOpen); }}>{notesOpen ? t('closeNotes', { ns: 'study' }) : t('noteBeside', { ns: 'study' })}</Button>
      </div>
      {storageFull ? <Notice tone="danger" live="assertive">{t('storageFull')}</Notice> : null}
      {state === 'failed' ? <Notice tone="attention" title={t('couldNotOpen')}>{t('couldNotOpenLead')}</Notice> : null}
      {state === 'opening' ? <Spinner word={t('opening')} block /> : null}
      <div className="education-beside-row">
        <div ref={stage} className="education-stage" />
        {notesOpen ? <NotesBeside beside={{ packId: opened.manifest.packId, activityId: activityIdSchema.parse(activityId) }} title={inLanguage(opened.manifest.items.find((item) => item.activityId === activityId)?.title ?? {}, i18n.language)} /> : null}
      </div>
    </main>
  );
}
