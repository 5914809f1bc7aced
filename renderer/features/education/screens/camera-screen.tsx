import { Camera, Check, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignment } from '#protocol/packs/assignment.ts';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useCamera } from '../work/camera.ts';
import { pictureOf } from '../work/picture-of.ts';
import { keepPhoto } from '../work/work-photos.ts';
import { PhotoPicture } from './photo-picture.tsx';

type CameraScreenProps = { readonly person: Person; readonly task: Assignment; readonly onClose: () => void };

/** Takes a photograph of work on paper. Nothing is kept before "Keep it", and the camera is off once the screen is left. */
export function CameraScreen({ person, task, onClose }: CameraScreenProps) {
  const { t } = useTranslation('education');
  const { video, state } = useCamera(person.shell);
  const [taken, setTaken] = useState<Uint8Array<ArrayBuffer>>();
  const [fault, setFault] = useState<'blurred' | 'enough' | 'storage-full' | 'signed-out'>();
  const take = async (): Promise<void> => {
    const picture = video.current === null ? undefined : await pictureOf(video.current);
    setTaken(picture);
    setFault(picture === undefined ? 'blurred' : undefined);
  };
  const keep = async (jpeg: Uint8Array<ArrayBuffer>): Promise<void> => {
    const kept = await keepPhoto({ ...person, now: Date.now() }, task, jpeg);
    if (kept.ok) onClose();
    else setFault(kept.error.code);
  };
  return (
    <Page title={t('work.photo.title')} lead={t('work.photo.lead')} focusTitle back={{ word: t('work.photo.back'), onClick: onClose }}>
      {state === 'none' ? <Notice tone="attention" live="assertive">{t('work.photo.none')}</Notice> : null}
      <video ref={video} className="education-camera" hidden={state !== 'on' || taken !== undefined} aria-label={t('work.photo.live')} muted playsInline />
      {taken === undefined ? null : <PhotoPicture jpeg={taken} alt={t('work.photo.taken')} />}
      {fault === undefined ? null : <Notice tone="attention" live="assertive">{t(`work.photo.fault.${fault}`)}</Notice>}
      <div className="education-photo-row">
        {taken === undefined && state !== 'none' ? (
          <Button kind="primary" size="large" icon={Camera} busy={state === 'starting'} busyWord={t('work.photo.starting')} onClick={() => { void take(); }}>{t('work.photo.take')}</Button>
        ) : null}
        {taken === undefined ? null : (
          <>
            <Button kind="primary" size="large" icon={Check} onClick={() => { void keep(taken); }}>{t('work.photo.keep')}</Button>
            <Button size="large" icon={RotateCcw} onClick={() => { setTaken(undefined); setFault(undefined); }}>{t('work.photo.again')}</Button>
          </>
        )}
      </div>
    </Page>
  );
}
