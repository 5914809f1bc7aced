import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { AriaLanguage } from './aria-language.tsx';
import { Icon, type IconType } from './icon.tsx';

type TabsProps = {
  readonly label: string;
  readonly tabs: readonly {
    readonly id: string;
    readonly word: string;
    readonly icon?: IconType | undefined;
    readonly content: ReactNode;
  }[];
  readonly selected?: string | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
};

/** Views of the same thing, one at a time. Import lazily: it brings React Aria. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaLanguage>
      <AriaTabs
        className="ui-tabs"
        {...(selected === undefined ? {} : { selectedKey: selected })}
        onSelectionChange={(key) => onSelect?.(String(key))}
      >
        <TabList className="ui-tab-list" aria-label={label}>
          {tabs.map(({ id, word, icon }) => (
            <Tab key={id} id={id} className="ui-tab">
              {icon && <Icon of={icon} />}
              <span>{word}</span>
            </Tab>
          ))}
        </TabList>
        {tabs.map(({ id, content }) => (
          <TabPanel key={id} id={id} className="ui-tab-panel">
            {content}
          </TabPanel>
        ))}
      </AriaTabs>
    </AriaLanguage>
  );
}
