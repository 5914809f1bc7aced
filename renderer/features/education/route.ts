/** Where in the courses one is. */
export type EducationRoute =
  | { readonly place: 'education'; readonly screen: 'shelf' | 'certificates' }
  | { readonly place: 'education'; readonly screen: 'course'; readonly packId: string }
  | { readonly place: 'education'; readonly screen: 'notes' | 'goals' }
  | { readonly place: 'education'; readonly screen: 'note'; readonly noteId?: string | undefined }
  | {
      readonly place: 'education';
      readonly screen: 'play';
      readonly packId: string;
      readonly activityId: string;
      /** The page to open at, counted from 0, and the language it was found in: a search result leads there. */
      readonly page?: number | undefined;
      readonly language?: string | undefined;
    };
