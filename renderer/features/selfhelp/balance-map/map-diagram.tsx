import { Brain, CloudRain, DoorClosed, HeartPulse, House, Repeat, type LucideIcon } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BalanceMap } from '#protocol/selfhelp/balance-map.ts';
import type { Area } from '#protocol/selfhelp/schema.ts';
import { Icon } from '../../../ui/icon.tsx';
import { itemsOf } from './map-rules.ts';
import { drawLinks, PLACES, RING } from './map-shape.ts';

/** A picture for each area, beside its word. */
export const AREA_ICONS: Readonly<Record<Area, LucideIcon>> = {
  situations: DoorClosed,
  thoughts: Brain,
  emotions: CloudRain,
  body: HeartPulse,
  behaviours: Repeat,
  lifestyle: House,
};

type MapDiagramProps = {
  readonly map: BalanceMap;
  /** What the drawing is, in words. */
  readonly label: string;
  /** The area that is open or chosen. */
  readonly chosen?: Area | null;
  /** Without it the drawing is only to be looked at, and a list says the same. */
  readonly onPress?: (area: Area) => void;
};

/**
 * The map as a ring of six areas with the lines between them (after the lifestyle balance model; Davies, Elison, Ward and
 * Laudet 2015). Areas are real buttons; the lines are told by the list beside it.
 */
export function MapDiagram({ map, label, chosen = null, onPress }: MapDiagramProps) {
  return (
    <div className="map-room" role="group" aria-label={label} data-still={onPress === undefined || undefined}>
      <svg className="map-lines" viewBox="0 0 300 200" aria-hidden focusable={false}>
        {drawLinks(map.links).map(({ key, path, tip }) => (
          <g key={key} className="map-link">
            <path className="map-link-line" d={path} />
            <path className="map-link-tip" d={tip} />
          </g>
        ))}
      </svg>
      {RING.map((area) => (
        <AreaNode key={area} area={area} map={map} chosen={chosen === area} onPress={onPress} />
      ))}
    </div>
  );
}

type AreaNodeProps = { readonly area: Area; readonly map: BalanceMap; readonly chosen: boolean; readonly onPress: ((area: Area) => void) | undefined };

function AreaNode({ area, map, chosen, onPress }: AreaNodeProps) {
  const { t } = useTranslation('balance');
  const hard = map.hard[area];
  const count = itemsOf(map, area).length;
  const { x, y } = PLACES[area];
  const place = { '--map-x': `${String(x / 3)}%`, '--map-y': `${String(y / 2)}%` } as CSSProperties;
  const face: ReactNode = (
    <>
      <span className="map-node-name"><Icon of={AREA_ICONS[area]} />{t(`area.${area}`)}</span>
      <span className="map-node-facts">
        {hard !== undefined && <span className="map-node-hard">{t('hardOf', { hard })}</span>}
        {count > 0 && <span>{t('things', { count })}</span>}
      </span>
      {map.start === area && <span className="map-node-start">{t('startHere')}</span>}
    </>
  );
  const look = { className: 'map-node', style: place, 'data-hard': hard === undefined ? 'none' : hard >= 7 ? 'much' : hard >= 4 ? 'some' : 'little' };
  return onPress === undefined ? (
    <div {...look}>{face}</div>
  ) : (
    <button type="button" {...look} aria-pressed={chosen} onClick={() => { onPress(area); }}>{face}</button>
  );
}
