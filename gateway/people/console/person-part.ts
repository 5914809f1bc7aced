import type { ComponentType } from 'react';
import type { ConsoleNamespace } from '../../console/console-feature.ts';
import type { Session } from '../../staff/staff-api.ts';
import type { Person } from '../staff-api.ts';

/** What a part of a person's page is given. */
export type PersonPartProps = { readonly person: Person; readonly session: Session };

/** What a feature adds to a person's page: their contacts. The list of features hands it in; this room knows none. */
export type PersonPart = {
  readonly key: string;
  /** Shown to those whose role has any of these actions. */
  readonly actions: readonly string[];
  readonly words: readonly ConsoleNamespace[];
  readonly part: ComponentType<PersonPartProps>;
};
