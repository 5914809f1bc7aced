import { useTranslation } from 'react-i18next';
import { RadioCards } from '../../../renderer/ui/radio-cards.tsx';
import { staffRoles, type StaffRole } from '../staff-api.ts';

/** What somebody is here for, with what that lets them do. */
export function RoleField({ value, onChange }: { readonly value: StaffRole; readonly onChange: (role: StaffRole) => void }) {
  const { t } = useTranslation('staff');
  return <RadioCards legend={t('role')} columns={3} value={value} onChange={onChange} options={staffRoles.map((role) => ({ value: role, label: t(`console:roles.${role}`), hint: t(`may.${role}`) }))} />;
}
