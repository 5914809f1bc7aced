import { useTranslation } from 'react-i18next';
import type { Person } from '../../people/staff-api.ts';
import type { PackAudience } from '../staff-api.ts';

/** Whom a course is published to, in words. Takes the people and groups known, for their names. */
export function useAudienceWords(people: readonly Person[], groups: readonly { readonly groupId: string; readonly name: string }[] = []): (audience: PackAudience) => string {
  const { t } = useTranslation('packs');
  return (audience) => {
    if (audience.kind === 'everyone') return t('to.everyone');
    if (audience.kind === 'wing') return t('to.wing', { wing: audience.wing });
    if (audience.kind === 'tablet') return t('to.tablet');
    if (audience.kind === 'group') return t('to.group', { group: groups.find((one) => one.groupId === audience.groupId)?.name ?? '' });
    const person = people.find((one) => one.personId === audience.personId);
    return person === undefined ? t('to.somebody') : t('to.person', { name: `${person.firstName} ${person.lastName}`, number: person.prisonerNumber });
  };
}
