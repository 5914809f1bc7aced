/** Drawings of a Picture: letters, books, diary, calm, door. Each fills a field of 240 by 160. */

/** An open envelope with a letter coming out of it. */
export function LettersScene() {
  return (
    <>
      <rect className="p-paper p-edge" x="82" y="30" width="80" height="72" rx="5" transform="rotate(-4 122 66)" />
      <path className="p-stroke" d="M96 50l46-3M97 63l50-3M98 76l30-2" />
      <path className="p-accent" d="M62 78l60 36 60-36v46a8 8 0 0 1-8 8H70a8 8 0 0 1-8-8Z" />
      <path className="p-accent-deep" d="M66 130l44-34 12 8 12-8 44 34a8 8 0 0 1-4 2H70a8 8 0 0 1-4-2Z" />
      <path className="p-warm" d="M176 40c5-9 18-5 16 5-1 7-10 12-16 16-6-4-15-9-16-16-2-10 11-14 16-5Z" />
    </>
  );
}

/** A few books lying, one leaning on them. */
export function BooksScene() {
  return (
    <>
      <rect className="p-accent" x="62" y="106" width="104" height="22" rx="4" />
      <rect className="p-paper" x="72" y="111" width="90" height="12" rx="2" />
      <rect className="p-warm" x="72" y="84" width="92" height="22" rx="4" />
      <path className="p-stroke-light" d="M84 95h34" />
      <rect className="p-ink" x="66" y="64" width="88" height="20" rx="4" />
      <path className="p-stroke-light" d="M78 74h22M134 74h8" />
      <rect className="p-accent-deep" x="160" y="56" width="20" height="74" rx="4" transform="rotate(12 170 93)" />
      <path className="p-leaf" d="M112 64c-2-16 4-26 20-30 1 16-6 26-20 30Z" />
      <path className="p-leaf" d="M110 64c-10-2-17-9-18-20 11 0 18 8 18 20Z" />
    </>
  );
}

/** An open book with a ribbon and a pencil. */
export function DiaryScene() {
  return (
    <>
      <path className="p-accent-deep" d="M48 54q36-12 72 2 36-14 72-2v74q-36-12-72 2-36-14-72-2Z" />
      <path className="p-paper" d="M54 50q34-10 66 4v70q-32-14-66-4Z" />
      <path className="p-paper" d="M186 50q-34-10-66 4v70q32-14 66-4Z" />
      <path className="p-stroke" d="M68 66q20-4 38 3M68 80q20-4 38 3M68 94q14-3 24 0M134 69q18-7 38-3" />
      <path className="p-warm" d="M148 47l12-1v38l-6-6-6 6Z" />
      <path className="p-ink" d="M188 96l10 6-26 42-12 7 1-13Z" />
      <path className="p-warm" d="M192 89l10 6-4 7-10-6Z" />
    </>
  );
}

/** A sun over quiet water. */
export function CalmScene() {
  return (
    <>
      <circle className="p-warm" cx="120" cy="76" r="30" />
      <path className="p-accent" d="M40 100q20-9 40 0t40 0 40 0 40 0v10c-8 18-30 24-44 26H88c-22-2-42-12-48-26Z" />
      <path className="p-stroke-light" d="M66 113q12-6 24 0t24 0M132 121q12-6 24 0t24 0M88 129q10-5 20 0" />
      <path className="p-paper" d="M48 62q2-13 15-12 5-11 17-7 10 4 9 13 9 2 7 10H52q-5 0-4-4Z" />
      <path className="p-stroke" d="M168 52q6-6 12 0 6-6 12 0" />
    </>
  );
}

/** An open door, light on the floor, a path going on. */
export function DoorScene() {
  return (
    <>
      <path className="p-accent-deep" d="M88 134V72a34 34 0 0 1 68 0v62Z" />
      <path className="p-warm-soft" d="M96 134V72a26 26 0 0 1 52 0v62Z" />
      <circle className="p-warm" cx="124" cy="100" r="17" />
      <path className="p-leaf" d="M96 108q14-14 26-4t26-6v36H96Z" />
      <path className="p-paper" d="M116 134q2-16 10-26 6 4 2 14l14 12Z" />
      <path className="p-accent" d="M148 134V64q14 6 22 18v62Z" />
      <circle className="p-warm" cx="156" cy="108" r="3" />
      <path className="p-stroke" d="M60 134h128" />
    </>
  );
}
