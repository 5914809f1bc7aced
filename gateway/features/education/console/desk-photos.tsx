import { useTranslation } from 'react-i18next';
import { Section } from '../../../../renderer/ui/section.tsx';
import type { WorkPhoto } from '../work/staff-api.ts';

/** The photographs of a piece of work, in the order they were taken; how many of them are not here yet stands above. */
export function DeskPhotos({ workId, photos }: { readonly workId: string; readonly photos: readonly WorkPhoto[] }) {
  const { t } = useTranslation('learners');
  if (photos.length === 0) return null;
  const here = photos.filter((photo) => photo.here);
  return (
    <Section title={t('work.photos')}>
      <p>{t('work.photosHere', { here: here.length, all: photos.length })}</p>
      {photos.map(({ photoId, here: isHere }, at) =>
        isHere ? <img key={photoId} className="desk-photo" src={`/api/staff/work/${workId}/photos/${photoId}`} alt={t('work.photo', { number: at + 1 })} /> : null,
      )}
    </Section>
  );
}
