import { Camera, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { decodeBase64Url } from '#protocol/base64.ts';
import type { Person } from '../../../session/person.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { useHasCamera } from '../work/camera.ts';
import { removePhoto } from '../work/work-photos.ts';
import type { WorkPhoto } from '../work/work-tables.ts';
import { PhotoPicture } from './photo-picture.tsx';

type WorkPhotosProps = {
  readonly person: Person;
  readonly photos: readonly WorkPhoto[];
  /** How many the task takes, at least one. */
  readonly most: number;
  readonly onTake: () => void;
};

/** The photographs that go with what is written, and the way to take one where this tablet can. */
export function WorkPhotos({ person, photos, most, onTake }: WorkPhotosProps) {
  const { t } = useTranslation('education');
  const hasCamera = useHasCamera(person.shell);
  const remove = (id: string): void => { void removePhoto({ ...person, now: Date.now() }, id); };
  if (hasCamera === undefined) return null;
  return (
    <Section title={t('work.photo.section')}>
      {hasCamera ? <p>{t('work.photo.most', { taken: photos.length, most })}</p> : <p>{t('work.noCamera')}</p>}
      {photos.length === 0 ? null : (
        <ul className="education-photos">
          {photos.map((photo, at) => (
            <li key={photo.id}>
              <KeptPhoto photo={photo} alt={t('work.photo.number', { number: at + 1 })} />
              <Button icon={Trash2} aria-label={t('work.photo.removeNumber', { number: at + 1 })} onClick={() => { remove(photo.id); }}>{t('work.photo.remove')}</Button>
            </li>
          ))}
        </ul>
      )}
      {hasCamera && photos.length < most ? <div><Button size="large" icon={Camera} onClick={onTake}>{t('work.photo.open')}</Button></div> : null}
    </Section>
  );
}

function KeptPhoto({ photo, alt }: { readonly photo: WorkPhoto; readonly alt: string }) {
  const jpeg = useMemo(() => decodeBase64Url(photo.jpeg), [photo.jpeg]);
  return <PhotoPicture jpeg={jpeg} alt={alt} isSmall />;
}
