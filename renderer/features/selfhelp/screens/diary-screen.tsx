import { ChartLine, NotebookPen, Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Listen } from '../../../speech/listen.tsx';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Face } from '../../../ui/face.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { Split } from '../../../ui/split.tsx';
import { countUnopened, listRecords, loadPageOf } from '../queries.ts';
import type { KeptOf } from '../tables.ts';
import { moodOf } from './mood-of.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { localToday, noonOf, useDiary } from '../use-diary.ts';
import { ChooseNotice } from '../versions/choose-notice.tsx';
import { WhoSees } from './who-sees.tsx';

type DiaryPage = KeptOf<'check-in'>;

/** Pages shown on the first screen; the rest are in the weeks. */
const NEWEST = 7;

/** Today's page, the last ones, and who can see them. */
export function DiaryScreen({ go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation(['selfhelp', 'programme']);
  const pages = useDiary((database) => listRecords(database, 'check-in', NEWEST), []);
  const unopened = useDiary(countUnopened, []) ?? 0;
  const today = useDiary((database) => loadPageOf(database, localToday()), []);
  const toCheckIn = () => { go({ screen: 'check-in' }); };
  const says = [t('title'), t('lead'), ...(today === undefined ? [t('checkIn.title'), t('home.minute')] : [t('doneToday')]), t('who.title'), t('who.body'), t('who.copy')];
  return (
    <Page title={t('title')} lead={t('lead')} back={{ word: t('title', { ns: 'programme' }), onClick: back }} actions={<Listen says={says} />} width="wide" focusTitle>
      <ChooseNotice kind="check-in" go={go} />
      <Split side={<WhoSees />}>
        <Card
          tone={today === undefined ? 'warm' : 'tint'}
          title={today === undefined ? t('checkIn.title') : t('doneToday')}
          actions={
            today === undefined ? (
              <Button kind="primary" size="large" icon={NotebookPen} onClick={toCheckIn}>{t('start')}</Button>
            ) : (
              <Button icon={Pencil} onClick={toCheckIn}>{t('again')}</Button>
            )
          }
        >
          {today === undefined ? <p>{t('home.minute')}</p> : <PageLine page={today} />}
        </Card>
        {pages !== undefined && pages.length > 0 && (
          <Section
            title={t('history.entries')}
            actions={<Button icon={ChartLine} onClick={() => { go({ screen: 'history' }); }}>{t('history.open')}</Button>}
          >
            <List label={t('history.entries')}>
              {pages.map((page) => <PageRow key={page.recordId} page={page} />)}
            </List>
          </Section>
        )}
        {unopened > 0 && <Notice tone="attention">{t('unreadable', { count: unopened })}</Notice>}
      </Split>
    </Page>
  );
}

function PageRow({ page }: { readonly page: DiaryPage }) {
  const { date } = useWhen();
  return <ListRow lead={<Face mood={moodOf(page.record.body.mood)} />} title={date(noonOf(page.record.day))} detail={<PageLine page={page} />} />;
}

function PageLine({ page }: { readonly page: DiaryPage }) {
  const { t } = useTranslation('selfhelp');
  const { mood, craving, triggers, note } = page.record.body;
  const set = triggers.filter((trigger) => trigger !== 'nothing').map((trigger) => t(`trigger.${trigger}`));
  return (
    <span className="diary-line">
      <span>{`${t('history.moodChart')}: ${t(`checkIn.moods.m${moodOf(mood)}`)}`}</span>
      <span>{`${t('history.cravingChart')}: ${String(craving)}`}</span>
      {set.length > 0 && <span>{set.join(' · ')}</span>}
      {note !== '' && <bdi className="diary-note">{note}</bdi>}
    </span>
  );
}
