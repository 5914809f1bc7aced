import { useTranslation } from 'react-i18next';
import { List } from '../../../../../renderer/ui/list.tsx';
import type { MessageView } from '../../staff-api.ts';
import { groupMarks } from './group-marks.ts';

/** Most reasons listed: the rest stays marked in the words. */
const SHOWN = 8;

/** For each flag, the words it is about, why a rule marked them, and which tricks were seen through. Nothing when there are none. */
export function FlagReasons({ body, marks }: Pick<MessageView, 'body' | 'marks'>) {
  const { t, i18n } = useTranslation('screening');
  const groups = groupMarks(body, marks);
  if (groups.length === 0) return null;
  const join = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <div>
      <h3 className="ui-label">{t('title')}</h3>
      <p className="ui-hint">{t('lead')}</p>
      <List>
        {groups.slice(0, SHOWN).map((group) => (
          <li key={group.key}>
            <bdi>“{group.words}”</bdi> – {t(`why.${group.reason}`)}
            {group.tricks.length > 0 && ` ${t('seenThrough', { tricks: join.format(group.tricks.map((trick) => t(`trick.${trick}`))) })}`}
            {group.hint && ` ${t('hint')}`}
          </li>
        ))}
      </List>
      {groups.length > SHOWN && <p className="ui-hint">{t('more', { count: groups.length - SHOWN })}</p>}
    </div>
  );
}
