/** Where in the courses one is. */
export type EducationRoute =
  | { readonly place: 'education'; readonly screen: 'shelf' }
  | { readonly place: 'education'; readonly screen: 'course'; readonly packId: string }
  | { readonly place: 'education'; readonly screen: 'play'; readonly packId: string; readonly activityId: string };
