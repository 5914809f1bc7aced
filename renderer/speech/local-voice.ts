import { useSyncExternalStore } from 'react';

/** A voice this machine itself has for a language: never one that sends the words away to be spoken. */
export function findLocalVoice(language: string): SpeechSynthesisVoice | undefined {
  const voices = synthesiser()?.getVoices() ?? [];
  return voices.find(({ localService, lang }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language.split('-')[0]);
}

/** The same for a screen: machines find their voices only after the page is there. */
export function useLocalVoice(language: string): SpeechSynthesisVoice | undefined {
  return useSyncExternalStore(watchVoices, () => findLocalVoice(language));
}

/** The browser's own speech; undefined where it has none. */
export function synthesiser(): SpeechSynthesis | undefined {
  return 'speechSynthesis' in window ? window.speechSynthesis : undefined;
}

function watchVoices(changed: () => void): () => void {
  const speech = synthesiser();
  speech?.addEventListener('voiceschanged', changed);
  return () => speech?.removeEventListener('voiceschanged', changed);
}
