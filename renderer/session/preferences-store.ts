import { create } from 'zustand';
import { readPreference, writePreference } from '../db/preference-file.ts';
import { changeLanguage } from '../text/start-text.ts';
import { applyAppearance } from '../ui/apply-appearance.ts';
import { DEFAULT_PREFERENCES, parsePreferences, type Preferences } from './preferences.ts';

/** Whose preferences are in force: the tablet's own, or a person's, by the hash that names them on this tablet. */
type Owner = 'tablet' | { readonly lookup: string };

type PreferencesStore = { readonly preferences: Preferences; readonly owner: Owner };

/** How the screen looks now. */
export const usePreferences = create<PreferencesStore>(() => ({ preferences: DEFAULT_PREFERENCES, owner: 'tablet' }));

/** Reads the tablet's preferences and makes the page look like them. Before the first paint; does not wait for words. */
export async function startPreferences(): Promise<Preferences> {
  const preferences = parsePreferences(await readPreference('tablet'));
  usePreferences.setState({ preferences, owner: 'tablet' });
  applyAppearance(preferences);
  return preferences;
}

/** Changes something and remembers it for whoever is here. */
export async function changePreferences(changed: Partial<Preferences>): Promise<void> {
  const { preferences, owner } = usePreferences.getState();
  const next = { ...preferences, ...changed };
  await show(next, owner);
  await writePreference(keyOf(owner), next);
}

/** Takes up a person's preferences at sign-in; the first time they are the tablet's. */
export async function takeUpPersonPreferences(lookup: string): Promise<void> {
  const owner: Owner = { lookup };
  const stored = await readPreference(keyOf(owner));
  await show(stored === undefined ? usePreferences.getState().preferences : parsePreferences(stored), owner);
}

/** Goes back to the tablet's at sign-out. */
export async function takeUpTabletPreferences(): Promise<void> {
  await show(parsePreferences(await readPreference('tablet')), 'tablet');
}

async function show(preferences: Preferences, owner: Owner): Promise<void> {
  // The words first: between them and the attributes nothing is drawn, so no line stands in the wrong direction.
  await changeLanguage(preferences.language);
  applyAppearance(preferences);
  usePreferences.setState({ preferences, owner });
}

function keyOf(owner: Owner): string {
  return owner === 'tablet' ? 'tablet' : `person-${owner.lookup}`;
}
