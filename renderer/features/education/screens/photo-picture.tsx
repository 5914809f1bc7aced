import { useEffect, useRef } from 'react';

type PhotoPictureProps = { readonly jpeg: Uint8Array<ArrayBuffer>; readonly alt: string; readonly isSmall?: boolean };

/** A photograph out of its bytes. */
export function PhotoPicture({ jpeg, alt, isSmall = false }: PhotoPictureProps) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
    if (image.current !== null) image.current.src = address;
    return () => { URL.revokeObjectURL(address); };
  }, [jpeg]);
  return <img ref={image} className={isSmall ? 'education-photo' : 'education-camera'} alt={alt} />;
}
