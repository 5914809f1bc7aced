import { House, LogOut } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../renderer/ui/brand.tsx';
import { Button } from '../../renderer/ui/button.tsx';
import { Frame } from '../../renderer/ui/frame.tsx';
import { Row } from '../../renderer/ui/row.tsx';
import { SideNav } from '../../renderer/ui/side-nav.tsx';
import { Spinner } from '../../renderer/ui/spinner.tsx';
import { TopBar } from '../../renderer/ui/top-bar.tsx';
import { doneSchema, overviewSchema } from '../http/staff-api.ts';
import type { Session } from '../staff/staff-api.ts';
import { callApi, onChanged } from './call-api.ts';
import { DeskBoundary } from './desk-boundary.tsx';
import { consoleFeatures } from './features.ts';
import { HomeScreen } from './home-screen.tsx';
import { LookSwitch } from './look-switch.tsx';
import { placeAddress, usePlace } from './place.ts';
import { useCall } from './use-call.ts';

/** The desk around every screen: who is signed in, what they may do, and how much waits. */
export function ConsoleFrame({ session, onSignedOut }: { readonly session: Session; readonly onSignedOut: () => void }) {
  const { t } = useTranslation('console');
  const [key = '', ...rest] = usePlace();
  const overview = useCall('/overview', overviewSchema, 20);
  const { again } = overview;
  useEffect(() => onChanged(again), [again]);
  const counts = overview.state === 'ready' ? overview.value.counts : [];
  const mine = consoleFeatures.filter((feature) => feature.actions.some((action) => session.actions.includes(action)));
  const current = mine.find((feature) => feature.key === key);
  async function signOut() {
    await callApi({ method: 'DELETE', path: '/session', reply: doneSchema });
    onSignedOut();
  }
  const items = [
    { key: 'home', word: t('nav.home'), href: placeAddress(), icon: House, current: current === undefined },
    ...mine.map((feature) => {
      const count = counts.find(({ name }) => name === feature.count)?.count;
      return { key: feature.key, word: t(`nav.${feature.key}` as 'nav.home'), href: placeAddress(feature.key), icon: feature.icon, current: feature === current, ...(count === undefined || count === 0 ? {} : { count, countLabel: t('waiting', { count }) }) };
    }),
  ];
  return (
    <Frame skipWord={t('skip')}
      top={<TopBar label={t('bar')} start={<Brand word={session.establishment.name} href={placeAddress()} />} end={<Row><LookSwitch /><span>{session.staff.name}</span><Button kind="quiet" size="small" icon={LogOut} onClick={() => { void signOut(); }}>{t('signOut')}</Button></Row>} />}
      side={<SideNav label={t('navigation')} items={items} />}>
      <DeskBoundary key={current?.key ?? 'home'}>
        <Suspense fallback={<Spinner word={t('loading')} block size="lg" />}>
          {current === undefined ? <HomeScreen session={session} counts={counts} features={mine} /> : <current.screen session={session} rest={rest} />}
        </Suspense>
      </DeskBoundary>
    </Frame>
  );
}
