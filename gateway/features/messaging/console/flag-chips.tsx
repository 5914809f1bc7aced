import { useTranslation } from 'react-i18next';
import { Row } from '../../../../renderer/ui/row.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import type { MessageView } from '../staff-api.ts';

/** A chip for each kind of flag, with the reminder that a flag decides nothing. */
export function FlagChips({ flags }: { readonly flags: MessageView['flags'] }) {
  const { t } = useTranslation('moderation');
  if (flags.length === 0) return <p className="ui-hint">{t('noFlags')}</p>;
  return (
    <Row gap="xs">
      {flags.map((flag) => <StatusChip key={flag} tone="attention">{t(`flag.${flag}`)}</StatusChip>)}
      <span className="ui-hint">{t('flagsHint')}</span>
    </Row>
  );
}
