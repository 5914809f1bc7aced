import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalVoice } from '../../../../speech/local-voice.ts';
import { planSpeech } from '../../../../speech/plan-speech.ts';
import { startReading, type Reading, type Utterance } from '../../../../speech/start-reading.ts';

const NOTHING: readonly Utterance[] = [];

/**
 * Says each line of a running clock when it comes up, for eyes that are closed. Takes the line that is on (undefined:
 * none) and one by which to tell whether there is a voice at all. Silent until it is switched on: the cell has other ears.
 */
export function useStageVoice(line: string | undefined, sample: string | undefined) {
  const { i18n } = useTranslation('toolbox');
  const { language } = i18n;
  const voice = useLocalVoice(language);
  const [isOn, setIsOn] = useState(false);
  const [canSpeak, setCanSpeak] = useState(false);
  useEffect(() => {
    let gone = false;
    void planSpeech([sample ?? ''], { language, voice }).catch(() => NOTHING).then((planned) => { if (!gone) setCanSpeak(planned.length > 0); });
    return () => { gone = true; };
  }, [sample, language, voice]);
  useEffect(() => {
    if (!isOn || line === undefined) return undefined;
    let gone = false;
    let reading: Reading | undefined;
    void planSpeech([line], { language, voice }).catch(() => NOTHING).then((planned) => {
      if (!gone && planned.length > 0) reading = startReading(planned, () => undefined);
    });
    return () => {
      gone = true;
      reading?.stop();
    };
  }, [isOn, line, language, voice]);
  return { canSpeak, isOn, setIsOn };
}
