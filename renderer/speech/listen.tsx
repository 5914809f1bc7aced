import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListenButton } from '../ui/listen-button.tsx';
import { useLocalVoice } from './local-voice.ts';
import { planSpeech } from './plan-speech.ts';
import type { Utterance } from './start-reading.ts';
import { useReadingAloud } from './use-reading-aloud.ts';

type ListenProps = {
  /**
   * What is read, in order: the words as they are shown, so `t('title')` and not its key. Put the sentences in one by
   * one, as they stand in the text file. Never what a person wrote: the cell has other ears.
   */
  readonly says: readonly string[];
  /** Needed where a screen has more than one: what this one reads, for a screen reader ("Listen: Who can see this?"). */
  readonly about?: string | undefined;
  /** The language of the words where it is not the screen's: the published wording of a measure. */
  readonly language?: string | undefined;
};

const NOTHING: readonly Utterance[] = [];

/**
 * A button that reads aloud: `<Listen says={[t('title'), t('lead')]} />`, on most screens in `actions` of the `Page`.
 *
 * It plays sounds spoken when the tablet was built, fetched only when it is pressed. For that your namespace stands in
 * `SPOKEN_NAMESPACES` (spoken-namespaces.ts), and words from elsewhere, such as the questions of an instrument pack,
 * in `scripts/speech/spoken-lines.mts`; nothing else is to be done, and no file is committed. A sentence into which a
 * value was put ("3 days") has no such sound: it is said by the machine's own voice, or left out. Where nothing of it
 * can be said the button is not shown. It stops when the screen is left, when `says` changes, and when another starts.
 */
export function Listen({ says, about, language: spoken }: ListenProps) {
  const { t, i18n } = useTranslation('app');
  const language = spoken ?? i18n.language;
  const voice = useLocalVoice(language);
  const [utterances, setUtterances] = useState(NOTHING);
  // A screen makes the list anew each time it draws; what counts is what is in it.
  const key = JSON.stringify(says);
  useEffect(() => {
    let current = true;
    // Without the list of sounds there is nothing to hear, and the screen is as it was.
    void planSpeech(JSON.parse(key) as string[], { language, voice }).catch(() => NOTHING).then((planned) => { if (current) setUtterances(planned); });
    return () => { current = false; };
  }, [key, language, voice]);
  const { state, press } = useReadingAloud(utterances);
  if (utterances.length === 0) return null;
  return (
    <ListenButton state={state} onPress={press} about={about} words={{ listen: t('listen.start'), pause: t('listen.pause'), goOn: t('listen.goOn'), failed: t('listen.failed') }} />
  );
}
