/** Width and height of the drawing, and how high the wave rises. */
const SEA = { width: 320, height: 130, floor: 112, rise: 84 } as const;

/** Where the boat is after a share of the time (0 to 1): up, over the top, and down again, faster up than down. */
function heightAt(share: number): number {
  const bent = share ** 0.75;
  return SEA.floor - SEA.rise * Math.sin(Math.PI * bent) ** 2;
}

const LINE = Array.from({ length: 81 }, (_, place) => `${String((place / 80) * SEA.width)} ${heightAt(place / 80).toFixed(1)}`).join(' L');

/** A small boat that goes over one long wave in the time there is. */
export function PaceWave({ share }: { readonly share: number }) {
  const x = 12 + share * (SEA.width - 24);
  const y = heightAt(x / SEA.width);
  return (
    <svg className="practice-wave" viewBox={`0 0 ${String(SEA.width)} ${String(SEA.height)}`} aria-hidden focusable={false}>
      <path className="practice-wave-water" d={`M${LINE} L${String(SEA.width)} ${String(SEA.height)} L0 ${String(SEA.height)} Z`} />
      <g className="practice-wave-boat" style={{ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` }}>
        <path className="practice-wave-hull" d="M-13 -6 H13 L8 3 H-8 Z" />
        <path className="practice-wave-sail" d="M-1 -8 V-27 L-11 -8 Z M1 -8 V-24 L10 -8 Z" />
      </g>
    </svg>
  );
}
