import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { LineChart } from './line-chart.tsx';
import { labelledDays, piecesOf, placeOfDay } from './line-chart-shape.ts';

const AREA = { left: 0, right: 100, top: 0, bottom: 100, rightToLeft: false };

function show() {
  return render(
    <LineChart
      title="Mood over three days"
      description="Mood rose from low to good"
      points={[
        { key: 'a', label: () => '1 May', tick: '1' },
        { key: 'b', label: () => '2 May', tick: '2' },
        { key: 'c', label: () => '3 May', tick: '3' },
      ]}
      series={[
        { key: 'mood', name: 'Mood', values: [2, null, 4] },
        { key: 'craving', name: 'Craving', values: [5, 4, 3] },
      ]}
      min={1}
      max={5}
      ticks={[{ value: 1, label: 'Low' }]}
      words={{ showTable: 'Show as a table', showChart: 'Show as a chart', day: 'Day', noEntry: 'Nothing written' }}
      formatNumber={(value) => `${String(value)} of 5`}
    />,
  );
}

describe('line chart', () => {
  test('The drawing says in a sentence what it shows', () => {
    show();
    expect(screen.getByRole('img', { name: 'Mood rose from low to good' })).toBeTruthy();
    expect(screen.getByRole('figure', { name: 'Mood over three days' })).toBeTruthy();
  });

  test('The same values can be read as a table, the newest day first, and missing days say so', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
    const rows = within(screen.getByRole('table', { name: 'Mood over three days' })).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Day', 'Mood', 'Craving'],
      ['3 May', '4 of 5', '3 of 5'],
      ['2 May', 'Nothing written', '4 of 5'],
      ['1 May', '2 of 5', '5 of 5'],
    ]);
    expect(screen.queryByRole('img')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show as a chart' }));
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('A missing day breaks the line', () => {
    const { container } = show();
    expect(container.querySelectorAll('.ui-chart-plot [data-series="1"] .ui-chart-line')).toHaveLength(2);
    expect(container.querySelectorAll('.ui-chart-plot [data-series="2"] .ui-chart-line')).toHaveLength(1);
    const pieces = piecesOf([null, 1, 3, null, 5, null], 1, 5, AREA);
    expect(pieces.map((piece) => piece.map(({ index }) => index))).toEqual([[1, 2], [4]]);
    expect(pieces[0]?.map(({ y }) => y)).toEqual([100, 50]);
  });

  test('Time runs with the writing, so from right to left in Arabic', () => {
    expect([0, 1, 2].map((day) => placeOfDay(day, 3, AREA))).toEqual([0, 50, 100]);
    expect([0, 1, 2].map((day) => placeOfDay(day, 3, { ...AREA, rightToLeft: true }))).toEqual([100, 50, 0]);
  });

  test('Only as many days are labelled as have room, and the last one always', () => {
    expect(labelledDays(28, 28)).toHaveLength(28);
    expect(labelledDays(28, 10)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27]);
    expect(labelledDays(29, 7).at(-1)).toBe(28);
    expect(labelledDays(29, 7).length).toBeLessThanOrEqual(7);
    expect(labelledDays(3, 0)).toEqual([2]);
  });
});
