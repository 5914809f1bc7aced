import { useTranslation } from 'react-i18next';

const KNOWN = ['induction', 'maths', 'recovery'] as const;

/** The word for a subject or topic: ours where we have one, else the supplier's own with spaces for hyphens. */
export function useTopicWord(): (topic: string) => string {
  const { t } = useTranslation('education');
  return (topic) => {
    const known = KNOWN.find((one) => one === topic);
    if (known !== undefined) return t(`subject.${known}`);
    const words = topic.replaceAll('-', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
}
