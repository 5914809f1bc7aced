import { useTranslation } from 'react-i18next';
import type { DatedScore } from '#protocol/selfhelp/measures/compare-scores.ts';
import type { Instrument, MeasureId } from '#protocol/selfhelp/measures/instrument.ts';
import { Button } from '../../../ui/button.tsx';
import { isBandWord } from './band-words.ts';

type MeasureResultProps = {
  readonly instrument: Instrument;
  readonly dated: DatedScore;
  readonly actNow: () => void;
  readonly onFollowUp: (id: MeasureId) => void;
};

/** A result in plain sentences. Never a diagnosis, and no band for a form that is not complete (domain.md 2.3). */
export function MeasureResult({ instrument, dated, actNow, onFollowUp }: MeasureResultProps) {
  const { t } = useTranslation('measures');
  const { scored, substance, window } = dated;
  const { min, max, higherIs } = instrument.scoring;
  if (scored.state === 'partial') return <p>{t('result.partial', { count: scored.missing.length })}</p>;
  if (scored.state === 'pro-rated') return <p>{t('result.proRated', { total: scored.total, min, max })}</p>;
  const { total, band, atCutOff, subscales } = scored;
  const followUp = instrument.followUp !== undefined && total >= instrument.followUp.at ? instrument.followUp.measure : undefined;
  return (
    <>
      {substance !== undefined && <p>{t(`substance.${substance}`)}</p>}
      {window === 'before-custody' && <p>{t('window.wasCustody')}</p>}
      <p className="measure-sum">{t('result.sum', { total, min, max })} {higherIs === 'worse' ? t('result.higherWorse') : t('result.higherBetter')}</p>
      {band !== undefined && isBandWord(band) && <p>{t(`band.${band}`)}</p>}
      {subscales.map((subscale) => (subscale.id === 'anxiety' || subscale.id === 'depression' ? <p key={subscale.id}>{t(`subscale.${subscale.id}`, { total: subscale.total })}</p> : null))}
      {instrument.id === 'phq-9' && <p>{t('result.regime')}</p>}
      <p>{atCutOff === true || subscales.some((each) => each.atCutOff) ? t('result.talk') : atCutOff === undefined && subscales.length === 0 ? t('result.noCutOff') : t('result.belowCutOff')}</p>
      <p>{t('result.notDiagnosis')}</p>
      {followUp !== undefined && <p>{t('result.followUp')} <Button onClick={() => { onFollowUp(followUp); }}>{t('result.followUpGo')}</Button></p>}
      {(atCutOff === true || instrument.risks.length > 0) && <p><Button kind="danger" onClick={actNow}>{t('result.help')}</Button></p>}
    </>
  );
}
