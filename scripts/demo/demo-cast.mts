/** The people of the demo prison. All are made up; no number below is in use anywhere. */
export const ESTABLISHMENT = { name: 'HMP Marlow Hill', wings: ['A wing', 'B wing'] } as const;

/** One account for each role. */
export const STAFF = [
  { role: 'moderator', username: 'r.hale', name: 'Rowan Hale' },
  { role: 'education', username: 'n.rees', name: 'Nia Rees' },
  { role: 'tutor', username: 'd.quill', name: 'Dara Quill' },
  { role: 'administrator', username: 'm.bryn', name: 'Mair Bryn' },
  { role: 'security', username: 't.aske', name: 'Tomos Aske' },
  { role: 'auditor', username: 'l.fenn', name: 'Lena Fenn' },
  { role: 'governor', username: 'g.thorne', name: 'Gwen Thorne' },
  { role: 'safer-custody', username: 's.vale', name: 'Sian Vale' },
  { role: 'keyworker', username: 'j.penn', name: 'Joss Penn' },
  { role: 'substance-misuse', username: 'a.lowe', name: 'Asha Lowe' },
  { role: 'healthcare', username: 's.vane', name: 'Sol Vane' },
] as const;

/** Two wings. The first three use both demo tablets. */
export const PEOPLE = [
  { prisonerNumber: 'A4821DM', firstName: 'Daniel', lastName: 'Marsh', wing: 'A wing', cell: 'A1-07' },
  { prisonerNumber: 'A7350RO', firstName: 'Rhys', lastName: 'Owen', wing: 'A wing', cell: 'A1-07' },
  { prisonerNumber: 'A2964YH', firstName: 'Yusuf', lastName: 'Haddad', wing: 'A wing', cell: 'A1-08' },
  { prisonerNumber: 'A6618KB', firstName: 'Kofi', lastName: 'Boateng', wing: 'A wing', cell: 'A1-09' },
  { prisonerNumber: 'A9043PN', firstName: 'Piotr', lastName: 'Nowak', wing: 'B wing', cell: 'B2-01' },
  { prisonerNumber: 'A3572LC', firstName: 'Liam', lastName: 'Carver', wing: 'B wing', cell: 'B2-02' },
  { prisonerNumber: 'A8127SI', firstName: 'Sunil', lastName: 'Iyer', wing: 'B wing', cell: 'B2-02' },
  { prisonerNumber: 'A5439GP', firstName: 'Gareth', lastName: 'Pugh', wing: 'B wing', cell: 'B2-03' },
] as const;

/** How many of the people above use the demo tablets and get first-sign-in codes. */
export const SIGNING_IN = 3;

/** People outside. The first is invited to the family portal; the solicitor can only be shown the Rule 39 route. */
export const CONTACTS = [
  { of: 'A4821DM', name: 'Karen Marsh', relationship: 'mother', handling: 'moderated', approved: true },
  {
    of: 'A4821DM',
    name: 'Fairley and Moss Solicitors',
    relationship: 'solicitor',
    handling: 'privileged',
    approved: true,
  },
  { of: 'A4821DM', name: 'Joe Marsh', relationship: 'brother', handling: 'moderated', approved: false },
  { of: 'A7350RO', name: 'Siân Owen', relationship: 'partner', handling: 'moderated', approved: true },
  { of: 'A2964YH', name: 'Amal Haddad', relationship: 'sister', handling: 'moderated', approved: true },
] as const;

/** The kiosk of a cell, and a laptop of a classroom that runs the tablet in a browser. */
export const TABLETS = [
  { key: 'kiosk', name: 'A1-07', wing: 'A wing', cell: 'A1-07' },
  { key: 'browser', name: 'Classroom 1', wing: 'A wing', cell: 'Education' },
] as const;

/** A PIN that the rules allow, for whoever follows the tour and does not want to think of one. */
export const SUGGESTED_PIN = '720438';
