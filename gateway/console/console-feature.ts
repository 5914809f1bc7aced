import type { ComponentType, ReactNode } from 'react';
import type { IconType } from '../../renderer/ui/icon.tsx';
import type { Session } from '../staff/staff-api.ts';
import type { ConsoleLanguage } from './look.ts';

/** What a screen of the console is given: who is signed in, and the rest of the address. */
export type ConsoleScreenProps = { readonly session: Session; readonly rest: readonly string[] };

/** Words by key, nested where a key has parts. */
export type ConsoleWords = { readonly [key: string]: string | ConsoleWords };

/** The words of one desk in every language of the console; screens read them with `useTranslation(namespace)`. */
export type ConsoleNamespace = { readonly namespace: string } & Readonly<Record<ConsoleLanguage, ConsoleWords>>;

/** A feature's part of the console: one entry in the side navigation and one screen that reads `rest`. */
export type ConsoleFeature = {
  /** First part of the address, and key of the navigation word in `console:nav.<key>`. */
  readonly key: string;
  readonly icon: IconType;
  /** Shown to those whose role has any of these actions. */
  readonly actions: readonly string[];
  /** Name of the figure of the overview that stands beside the word, where there is one. */
  readonly count?: string;
  readonly words: readonly ConsoleNamespace[];
  readonly screen: ComponentType<ConsoleScreenProps>;
};

/** What a part of a desk is given: the links to the desk's parts, the desk's key, and the rest of the address. */
export type DeskPartProps = { readonly views: ReactNode; readonly desk: string; readonly rest: readonly string[] };

/** What one feature adds to another's desk. The list of features hands it in; neither knows the other. */
export type DeskPart = {
  /** Second part of the address. Its link reads `<namespace of the first words>:view`. */
  readonly key: string;
  /** Shown to those whose role has this action. */
  readonly action: string;
  readonly words: readonly [ConsoleNamespace, ...ConsoleNamespace[]];
  readonly view: ComponentType<DeskPartProps>;
};
