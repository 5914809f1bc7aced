import { create } from 'zustand';
import type { FeatureRoute } from './features.ts';

/** A place on the tablet. There are no addresses: nothing outside can point into the app, and nothing leaks into a history. */
export type Route =
  | { readonly place: 'home' }
  | { readonly place: 'act-now' }
  | { readonly place: 'tablet' }
  | { readonly place: 'recovery'; readonly start: 'intro' | 'give' }
  | FeatureRoute;

type Routes = {
  /** Where one is last. Never empty, and its first is always home. */
  readonly trail: readonly [Route, ...Route[]];
};

const HOME: Route = { place: 'home' };

/** Longer trails forget their middle: nobody goes back fifty steps. */
const LONGEST_TRAIL = 50;

/** Where the person is and how they came there. */
export const useRoutes = create<Routes>(() => ({ trail: [HOME] }));

/** The place shown now. */
export function currentRoute({ trail }: Routes): Route {
  return trail[trail.length - 1] ?? HOME;
}

/** Goes to a place; "back" will lead here again. Going where one is does nothing. */
export function goTo(route: Route): void {
  useRoutes.setState((routes) => ({ trail: nextTrail(routes.trail, route) }));
}

/** Takes the place of the present one, so that "back" does not lead to it: after a form that is done. */
export function replaceWith(route: Route): void {
  useRoutes.setState(({ trail }) => ({ trail: nextTrail(withHome(trail.slice(0, -1)), route) }));
}

/** One step back; at home it stays at home. */
export function goBack(): void {
  useRoutes.setState(({ trail }) => ({ trail: withHome(trail.slice(0, -1)) }));
}

/** Forgets the way: at home, and at sign-out. */
export function goHome(): void {
  useRoutes.setState({ trail: [HOME] });
}

/** The trail after a step to `route`. Home starts it anew, so that it never grows in circles. */
export function nextTrail(trail: Routes['trail'], route: Route): Routes['trail'] {
  if (route.place === 'home') return [HOME];
  const last = trail[trail.length - 1];
  if (JSON.stringify(last) === JSON.stringify(route)) return trail;
  return withHome([...trail, route].slice(-LONGEST_TRAIL));
}

function withHome(trail: readonly Route[]): Routes['trail'] {
  const [first, ...rest] = trail;
  if (first === undefined) return [HOME];
  return first.place === 'home' ? [first, ...rest] : [HOME, first, ...rest];
}
