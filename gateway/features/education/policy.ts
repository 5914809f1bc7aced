import type { Policy } from '../../staff/policy.ts';

const TEACHERS = ['education', 'tutor'] as const;

/** Who may see how people get on, and who may answer their work. */
export const educationPolicy = {
  'learners.read': {
    roles: [...TEACHERS, 'governor'],
    why: 'Those who teach, and the governor who answers for teaching. Marks are no business of security or of moderators.',
  },
  'learners.export': {
    roles: TEACHERS,
    why: 'A file leaves the desk: only those who teach take one, and the audit says who and when.',
  },
  'groups.manage': { roles: TEACHERS, why: 'A class is put together by those who teach it.' },
  'work.read': {
    roles: TEACHERS,
    why: 'What somebody wrote for a tutor is read by tutors. The governor sees that it was handed in, not what it says.',
  },
  'work.mark': { roles: TEACHERS, why: 'A mark is a teacher’s word, with their name on it.' },
  'certificates.read': {
    roles: [...TEACHERS, 'governor'],
    why: 'Tutors print them and answer employers who ask; the governor answers for them.',
  },
  'certificates.revoke': {
    roles: ['education'],
    why: 'Taking back what an employer may have seen is for whoever runs education, not for each tutor.',
  },
  'feedback.read': {
    roles: [...TEACHERS, 'governor'],
    why: 'Counts of what learners think of the courses, for those who choose and answer for them. Nobody sees who said it.',
  },
} as const satisfies Policy;
