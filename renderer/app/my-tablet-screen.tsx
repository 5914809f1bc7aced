import { BookOpen, HeartHandshake, KeyRound, Lock, LogOut, Mail, RefreshCw, Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LookControls } from '../session/screens/look-controls.tsx';
import { useSessionActions } from '../session/session-actions-context.ts';
import { useSession } from '../session/session-store.ts';
import { usePerson } from '../session/use-person.ts';
import { useSyncStatus } from '../sync/sync-status.ts';
import { useWhen } from '../text/use-when.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { List } from '../ui/list.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Split } from '../ui/split.tsx';
import { ComingCourses } from './coming-courses.tsx';
import { useLine } from './line-store.ts';
import { goBack, goTo } from './route.ts';
import { WaitingList } from './waiting-list.tsx';

/** What was sent, how things look, who sees what, and the way out. */
export function MyTabletScreen() {
  const { t } = useTranslation('tablet');
  return (
    <Page title={t('title')} lead={t('lead')} back={{ word: t('frame.back', { ns: 'app' }), onClick: goBack }} width="wide" focusTitle>
      <Split side={<Aside />}>
        <Contact />
        <WaitingList />
        <ComingCourses />
        <Privacy />
        <RecoveryPart />
        <Section title={t('look.title')}>
          <LookControls />
        </Section>
      </Split>
    </Page>
  );
}

function Contact() {
  const { t } = useTranslation('tablet');
  const { when } = useWhen();
  const { state, lastContact } = useSyncStatus();
  const { turnedAway, tryNow } = useLine();
  return (
    <Section title={t('contact.title')}>
      {turnedAway !== null && <Notice tone="danger">{t('contact.off')}</Notice>}
      <Facts items={[{ key: 'last', term: t('contact.last'), value: lastContact === null ? t('contact.never') : when(lastContact) }]} />
      <p role="status">{state === 'offline' ? t('contact.notReached') : state === 'idle' && lastContact !== null ? t('contact.reached') : ''}</p>
      <p>{t('contact.offline')}</p>
      <p>
        <Button icon={RefreshCw} busy={state === 'talking'} busyWord={t('contact.trying')} onClick={tryNow}>{t('contact.tryNow')}</Button>
      </p>
    </Section>
  );
}

function Privacy() {
  const { t } = useTranslation('tablet');
  return (
    <Section title={t('privacy.title')}>
      <List label={t('privacy.title')}>
        <ListRow icon={Lock} title={t('privacy.diary')} detail={t('privacy.diaryWho')} />
        <ListRow icon={Mail} title={t('privacy.messages')} detail={t('privacy.messagesWho')} />
        <ListRow icon={Scale} title={t('privacy.rule39')} detail={t('privacy.rule39Who')} />
        <ListRow icon={BookOpen} title={t('privacy.learning')} detail={t('privacy.learningWho')} />
        <ListRow icon={KeyRound} title={t('privacy.pin')} detail={t('privacy.pinWho')} />
        <ListRow icon={HeartHandshake} title={t('privacy.actNow')} detail={t('privacy.actNowWho')} />
      </List>
    </Section>
  );
}

/** The twelve words that bring the diary back. */
function RecoveryPart() {
  const { t } = useTranslation('recovery');
  return (
    <Section title={t('title')} hint={t('intro.lead')}>
      <p><Button icon={KeyRound} onClick={() => { goTo({ place: 'recovery', start: 'intro' }); }}>{t('title')}</Button></p>
    </Section>
  );
}

function Aside() {
  const { t } = useTranslation('tablet');
  const { signOut } = useSessionActions();
  const { displayName } = usePerson();
  const tablet = useSession((store) => store.tablet);
  return (
    <>
      <Section title={t('about.title')}>
        <Facts
          items={[
            { key: 'person', term: t('about.person'), value: displayName },
            ...(tablet === null
              ? []
              : [
                  { key: 'tablet', term: t('about.tablet'), value: tablet.name },
                  { key: 'prison', term: t('about.prison'), value: tablet.establishment },
                ]),
          ]}
        />
      </Section>
      <Section title={t('signOut.title')} hint={t('signOut.hint')}>
        <Button icon={LogOut} block onClick={() => { void signOut(); }}>{t('signOut.button')}</Button>
      </Section>
    </>
  );
}
