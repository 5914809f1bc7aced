import { synthesiser } from './local-voice.ts';
import { spokenForm } from './spoken-form.ts';
import type { Sounding } from './start-reading.ts';

/** Voices of machines hurry; people here follow with their eyes. */
const UNHURRIED = 0.9;

/** Plays a sound file from memory. */
export function playClip(clip: Blob): Sounding {
  const address = URL.createObjectURL(clip);
  const audio = new Audio(address);
  let settle: (heard: boolean) => void = () => undefined;
  const ended = new Promise<boolean>((resolve) => { settle = resolve; }).finally(() => { URL.revokeObjectURL(address); });
  audio.addEventListener('ended', () => { settle(true); });
  audio.addEventListener('error', () => { settle(false); });
  // A pause before it began refuses the beginning; `goOn` begins again.
  const play = () => { audio.play().catch((cause: unknown) => { if (!(cause instanceof DOMException && cause.name === 'AbortError')) settle(false); }); };
  play();
  return {
    pause: () => { audio.pause(); },
    goOn: play,
    stop: () => {
      audio.pause();
      settle(false);
    },
    ended,
  };
}

/** How words are said: times the usual speed, and who hears which letter the voice has come to. */
type Manner = { readonly rate?: number; readonly onWord?: (letter: number) => void };

/** Says words with a voice of the machine's own. */
export function sayAloud(words: string, voice: SpeechSynthesisVoice, { rate = 1, onWord }: Manner = {}): Sounding {
  const speech = synthesiser();
  const spoken = spokenForm(words);
  const utterance = new SpeechSynthesisUtterance(spoken);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = UNHURRIED * rate;
  // Letters can be counted only where the voice got the very words that are shown.
  if (onWord !== undefined && spoken === words) utterance.addEventListener('boundary', ({ charIndex }) => { onWord(charIndex); });
  const ended = new Promise<boolean>((resolve) => {
    utterance.addEventListener('end', () => { resolve(true); });
    utterance.addEventListener('error', () => { resolve(false); });
  });
  speech?.speak(utterance);
  return { pause: () => { speech?.pause(); }, goOn: () => { speech?.resume(); }, stop: () => { speech?.cancel(); speech?.resume(); }, ended };
}
