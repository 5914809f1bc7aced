import { useTranslation } from 'react-i18next';
import type { SharedBlock } from '#protocol/selfhelp/sharing.ts';
import { isBandWord } from '../measures/band-words.ts';
import { scoreRecord } from '../measures/measure-form.ts';
import { findInstrument } from '../measures/shipped-instruments.ts';
import type { KeptOf } from '../tables.ts';
import type { Shareable } from './shareable.ts';

/** What puts a page together: key, kind, name, day and parts. */
export type MakePage = (key: string, what: Shareable['what'], name: string, day: string, blocks: readonly SharedBlock[]) => Shareable;

/** A filled-in measure as a page: its sum and what that means, never a band for a part of a form, and not the single answers. */
export function useMeasurePage(page: MakePage): (kept: KeptOf<'measure'>) => readonly Shareable[] {
  const { t } = useTranslation('measures');
  return ({ recordId, record: { day, body } }) => {
    const instrument = findInstrument(body.instrument);
    if (instrument === undefined) return [];
    const { scored, substance, window } = scoreRecord(instrument, body);
    const { min, max, higherIs } = instrument.scoring;
    const lines = [
      ...(substance === undefined ? [] : [t(`substance.${substance}`)]),
      ...(window === 'before-custody' ? [t('window.wasCustody')] : []),
      ...(scored.state === 'partial' ? [t('result.partial', { count: scored.missing.length })] : []),
      ...(scored.state === 'pro-rated' ? [t('result.proRated', { total: scored.total, min, max })] : []),
      ...(scored.state === 'complete' ? [t('result.sum', { total: scored.total, min, max }), higherIs === 'worse' ? t('result.higherWorse') : t('result.higherBetter')] : []),
      ...(scored.state === 'complete' && scored.band !== undefined && isBandWord(scored.band) ? [t(`band.${scored.band}`)] : []),
      t('result.notDiagnosis'),
    ];
    return [page(recordId, 'measure', instrument.name, day, lines.map((text) => ({ is: 'text', text })))];
  };
}
