import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const UNITS = [
  { from: 1_000_000_000, unit: 'gigabyte' },
  { from: 1_000_000, unit: 'megabyte' },
  { from: 1000, unit: 'kilobyte' },
  { from: 0, unit: 'byte' },
] as const;

/** Sizes in words of the console's language: "1.4 MB". Takes bytes. */
export function useSizeWords(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const language = i18n.language === 'ar' ? 'ar-u-nu-latn' : i18n.language;
    return (bytes) => {
      const { from, unit } = UNITS.find((one) => bytes >= one.from) ?? UNITS[3];
      return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / Math.max(1, from));
    };
  }, [i18n.language]);
}
