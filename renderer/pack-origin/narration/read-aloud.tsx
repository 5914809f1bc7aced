import type { Narration } from '#protocol/packs/narration-place.ts';
import { useLocalVoice } from '../../speech/local-voice.ts';
import type { ReadAloudProps } from './read-aloud-props.ts';
import { RecordedReading } from './recorded-reading.tsx';
import { SpokenReading } from './spoken-reading.tsx';

/** Reads what is shown aloud: by the sound that came with the course, else by the machine's own voice; else it is not there. */
export function ReadAloud({ narration, ...reading }: ReadAloudProps & { readonly narration: Narration | undefined }) {
  const voice = useLocalVoice(reading.language);
  if (reading.parts.length === 0) return null;
  if (narration !== undefined) return <RecordedReading narration={narration} {...reading} />;
  return voice === undefined ? null : <SpokenReading voice={voice} {...reading} />;
}
