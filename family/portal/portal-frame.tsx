import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../renderer/ui/brand.tsx';
import { Frame } from '../../renderer/ui/frame.tsx';
import { Icon } from '../../renderer/ui/icon.tsx';
import { LanguageSwitch } from '../../renderer/ui/language-switch.tsx';
import { TextSizeSwitch } from '../../renderer/ui/text-size-switch.tsx';
import { TopBar } from '../../renderer/ui/top-bar.tsx';
import { changeLook, useLook } from './look.ts';
import { portalLanguages } from './text/start-portal-text.ts';

type PortalFrameProps = {
  /** At the end of the top bar: sign out. */
  readonly end?: ReactNode;
  /** The foot with language and letter size; screens for writing and reading have their own. */
  readonly foot: boolean;
  readonly children: ReactNode;
};

/** The whole window of the portal. */
export function PortalFrame({ end, foot, children }: PortalFrameProps) {
  const { t } = useTranslation('portal');
  return (
    <Frame
      skipWord={t('skip')}
      top={<TopBar label={t('top')} start={<Brand word={t('product')} href="#/" />} end={end} />}
    >
      {children}
      {foot && <PortalFoot />}
    </Frame>
  );
}

function PortalFoot() {
  const { t } = useTranslation('portal');
  const { language, textSize } = useLook();
  return (
    <footer className="portal-foot" aria-label={t('foot.look')}>
      <div className="portal-foot-inner">
        <LanguageSwitch
          legend={t('foot.language')}
          options={portalLanguages}
          value={language}
          onChange={(code) => {
            changeLook({ language: portalLanguages.find((known) => known.code === code)?.code ?? 'en' });
          }}
        />
        <TextSizeSwitch
          legend={t('foot.size')}
          value={textSize}
          onChange={(size) => {
            changeLook({ textSize: size });
          }}
          smallerWord={t('foot.smaller')}
          largerWord={t('foot.larger')}
          valueText={(size) => t('foot.sizeValue', { size })}
        />
        <p className="portal-private">
          <Icon of={Lock} size="sm" />
          <span>{t('foot.private')}</span>
        </p>
      </div>
    </footer>
  );
}
