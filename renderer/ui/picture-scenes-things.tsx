/** Drawings of a Picture: search, unplugged, done, people, tablet. Each fills a field of 240 by 160. */

/** A looking glass over a few lines. */
export function SearchScene() {
  return (
    <>
      <rect className="p-paper p-edge" x="64" y="36" width="88" height="98" rx="7" />
      <path className="p-stroke" d="M80 58h48M80 74h56M80 90h30M80 106h40" />
      <circle className="p-glass" cx="146" cy="88" r="26" />
      <circle className="p-ring" cx="146" cy="88" r="26" />
      <path className="p-handle" d="M165 108l20 22" />
    </>
  );
}

/** A plug lying beside its socket: nothing is broken, it is only not joined. */
export function UnpluggedScene() {
  return (
    <>
      <path className="p-cable" d="M36 92c20 0 22-18 42-16" />
      <path className="p-accent" d="M76 58h22a16 16 0 0 1 16 16v6a16 16 0 0 1-16 16H76Z" transform="rotate(-4 95 77)" />
      <path className="p-prong" d="M114 68l16-2M115 84l16-2" />
      <path className="p-cable" d="M206 100c-16 4-18-8-32-6" />
      <path className="p-accent-deep" d="M178 74h-14a18 18 0 0 0-18 18v2a18 18 0 0 0 18 18h14Z" />
      <path className="p-spark" d="M138 52l4-12M150 56l10-8M126 50l-5-9" />
      <circle className="p-warm" cx="84" cy="122" r="5" />
      <path className="p-stroke" d="M100 122h60" />
    </>
  );
}

/** A cup won: a tick on a seal with ribbons. */
export function DoneScene() {
  return (
    <>
      <path className="p-warm" d="M100 96l-14 40 20-6 14 12 14-12 20 6-14-40Z" />
      <path
        className="p-accent"
        d="M120 26l12 9 15-2 6 14 14 6-2 15 9 12-9 12 2 15-14 6-6 2-27 6-27-6-6-2-14-6 2-15-9-12 9-12-2-15 14-6 6-14 15 2Z"
      />
      <circle className="p-paper" cx="120" cy="78" r="31" />
      <path className="p-tick" d="M105 79l11 11 20-23" />
      <path className="p-spark" d="M188 46l8-6M194 62h10M46 54l-9-6M44 70H34" />
    </>
  );
}

/** Two people and a heart between them. */
export function PeopleScene() {
  return (
    <>
      <circle className="p-ink" cx="86" cy="68" r="18" />
      <path className="p-accent" d="M52 134c0-26 14-42 34-42s34 16 34 42Z" />
      <circle className="p-warm" cx="154" cy="76" r="16" />
      <path className="p-accent-deep" d="M124 134c0-23 12-37 30-37s30 14 30 37Z" />
      <path className="p-warm" d="M120 40c4-8 16-4 14 5-1 6-8 10-14 14-6-4-13-8-14-14-2-9 10-13 14-5Z" />
    </>
  );
}

/** The tablet itself, with a leaf on its screen. */
export function TabletScene() {
  return (
    <>
      <rect className="p-ink" x="54" y="40" width="132" height="90" rx="11" />
      <rect className="p-paper" x="63" y="49" width="114" height="72" rx="4" />
      <rect className="p-accent" x="73" y="59" width="28" height="22" rx="4" />
      <rect className="p-warm" x="107" y="59" width="28" height="22" rx="4" />
      <rect className="p-accent-deep" x="141" y="59" width="26" height="22" rx="4" />
      <path className="p-stroke" d="M74 95h70M74 108h44" />
      <path className="p-leaf" d="M164 110c-2-10 3-16 12-18 1 10-3 16-12 18Z" />
    </>
  );
}
