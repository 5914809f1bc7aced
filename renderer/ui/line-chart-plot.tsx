import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { LineChartData } from './line-chart-data.ts';
import { heightOf, labelledDays, piecesOf, placeOfDay, type ChartArea, type ChartPoint } from './line-chart-shape.ts';

type LineChartPlotProps = LineChartData & { readonly description: string };

/** The drawing of a LineChart. Its words have the page's text size, so it measures its own width. */
export function LineChartPlot({ points, series, min, max, ticks, description }: LineChartPlotProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, em, rightToLeft } = useRoom(room);
  const height = Math.min(Math.max(width * 0.34, em * 11), em * 17);
  const area = areaOf({ width, height, em, rightToLeft, ticks });
  const longest = Math.max(1, ...points.map((point) => point.tick.length));
  const days = labelledDays(points.length, Math.floor((area.right - area.left) / ((longest + 2) * em * 0.62)));
  return (
    <div className="ui-chart-room" ref={room}>
      <span className="ui-chart-em" aria-hidden />
      <svg className="ui-chart-plot" role="img" aria-label={description} width={width} height={height}>
        {ticks.map(({ value, label }) => {
          const y = heightOf(value, min, max, area);
          return (
            <g key={value}>
              <line className="ui-chart-grid" x1={area.left} x2={area.right} y1={y} y2={y} />
              <text
                x={rightToLeft ? area.right + em * 0.6 : area.left - em * 0.6}
                y={y}
                textAnchor="end"
                dominantBaseline="middle"
              >
                {label}
              </text>
            </g>
          );
        })}
        {days.map((index) => (
          <text key={index} x={placeOfDay(index, points.length, area)} y={height - em * 0.4} textAnchor="middle">
            {points[index]?.tick}
          </text>
        ))}
        {series.map(({ key, values }, place) => (
          <g key={key} data-series={place + 1}>
            {piecesOf(values, min, max, area).map((piece) => (
              <Piece key={piece[0]?.index} piece={piece} size={em * 0.3} shape={place} />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

type PieceProps = { readonly piece: readonly ChartPoint[]; readonly size: number; readonly shape: number };

/** A line and its marks. Each series has a mark of its own, because colour alone says nothing to some. */
function Piece({ piece, size, shape }: PieceProps) {
  return (
    <>
      <path className="ui-chart-line" d={`M${piece.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L')}`} />
      {piece.map(({ index, x, y }) =>
        shape === 0 ? (
          <circle key={index} className="ui-chart-mark" cx={x} cy={y} r={size} />
        ) : (
          <rect
            key={index}
            className="ui-chart-mark"
            x={x - size}
            y={y - size}
            width={size * 2}
            height={size * 2}
            transform={shape === 1 ? `rotate(45 ${String(x)} ${String(y)})` : undefined}
          />
        ),
      )}
    </>
  );
}

type AreaInput = Pick<LineChartData, 'ticks'> & Room & { readonly height: number };

/** Room for the words at the side (0.58 em a letter, an ordinary width) and for half a date at the other end. */
function areaOf({ width, height, em, rightToLeft, ticks }: AreaInput): ChartArea {
  const words = Math.min(Math.max(2, ...ticks.map(({ label }) => label.length)) * em * 0.58 + em * 1.1, width * 0.4);
  const end = em * 1.8;
  return {
    left: rightToLeft ? end : words,
    right: width - (rightToLeft ? words : end),
    top: em * 0.9,
    bottom: height - em * 2.1,
    rightToLeft,
  };
}

type Room = { readonly width: number; readonly em: number; readonly rightToLeft: boolean };

/** What is drawn before anything is measured. */
const ORDINARY: Room = { width: 640, em: 16, rightToLeft: false };

/** The width, letter size (both in pixels) and direction of the element; again whenever its size changes. */
function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState(ORDINARY);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const measure = () => {
      const style = getComputedStyle(box);
      const width = box.clientWidth || ORDINARY.width;
      setRoom({ width, em: parseFloat(style.fontSize) || ORDINARY.em, rightToLeft: style.direction === 'rtl' });
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    // The width may stay while the letters grow: the probe's does not.
    if (box.firstElementChild !== null) observer.observe(box.firstElementChild);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return room;
}
