import type { text as english } from '../../en/techniques/swap-list.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Rhestr gyfnewid',
  about: 'Ar gyfer arferion rydych am eu gadael. Rydych yn dod o hyd i bethau eraill sy’n gwneud yr un gwaith.',
  steps: {
    before: { title: 'Pa mor siŵr ydych chi y gallwch wneud rhywbeth arall?' },
    job: {
      title: 'Mae pob arfer yn gwneud gwaith',
      body: 'Gall defnyddio eich helpu i gysgu, neu i anghofio, neu i berthyn. Dyna pam mae’n anodd stopio.\nOs stopiwch yn unig, mae’r gwaith yno o hyd. Mae bwlch, a daw’r arfer yn ôl.',
    },
    swap: {
      title: 'Felly peidiwch â stopio’n unig. Cyfnewidiwch.',
      body: 'Gofynnwch yn gyntaf: beth wnaeth ef i mi? Yna chwiliwch am rywbeth arall sy’n gwneud ychydig o hynny.\nNi fydd yn teimlo mor gryf ar y dechrau. Mae hynny’n arferol. Mae’n tyfu wrth ei ddefnyddio.\nRhowch gynnig ar dri neu bedwar. Cadwch y rhai sy’n gweithio.',
    },
    check: {
      title: 'Roedd Sam yn arfer smygu i fynd i gysgu. Beth sy’n gyfnewid da?',
      options: { stop: 'Stopio, dyna i gyd', 'same-job': 'Anadlu’n araf yn y gwely', all: 'Cael swydd newydd' },
      replies: {
        stop: 'Yna mae Sam yn dal ar ddihun. Gall yr arfer ddod yn ôl cyn hir.',
        'same-job': 'Ie. Mae’n gwneud yr un gwaith. Mae’n helpu Sam i syrthio i gysgu.',
        all: 'Mae swydd yn dda. Ond nid yw’n helpu Sam heno.',
      },
    },
    habit: {
      title: 'Beth hoffech chi wneud llai ohono?',
      hint: 'Nid oes rhaid i chi roi manylion. Ni all neb arall ddarllen hyn.',
      label: 'Beth rwyf eisiau llai ohono',
      options: { using: 'Defnyddio cyffuriau', hooch: 'Yfed', bed: 'Aros yn y gwely drwy’r dydd', anger: 'Colli fy nhymer', debt: 'Benthyca a bod mewn dyled', alone: 'Cuddio oddi wrth bawb' },
    },
    gave: {
      title: 'Beth wnaeth ef i chi?',
      hint: 'Byddwch yn onest. Fe wnaeth rywbeth.',
      label: 'Beth wnaeth ef i mi',
      options: { relax: 'Roedd yn fy helpu i ymlacio', sleep: 'Roedd yn fy helpu i gysgu', forget: 'Roedd yn fy helpu i anghofio', belong: 'Roeddwn yn teimlo fy mod yn perthyn', buzz: 'Roedd yn rhoi gwefr i mi', pain: 'Roedd yn lleddfu poen' },
    },
    swaps: {
      title: 'Beth arall allai wneud ychydig o hynny?',
      hint: 'Dewiswch bopeth y gallech roi cynnig arno yma.',
      label: 'Fy nghyfnewidiadau',
      options: { workout: 'Ymarfer corff yn fy nghell', tidy: 'Glanhau a thacluso', write: 'Ysgrifennu llythyr', draw: 'Tynnu llun', music: 'Cerddoriaeth neu radio', game: 'Cardiau neu wyddbwyll', pray: 'Gweddïo neu fod yn llonydd', learn: 'Gwers ar y dabled hon', tea: 'Te a sgwrs', shower: 'Cawod' },
    },
    first: {
      title: 'Pa un yn gyntaf?',
      label: 'Fy nghyfnewid cyntaf',
      fields: { try: 'Beth wnaf i roi cynnig arno, a phryd?', need: 'Beth sydd ei angen arnaf?' },
      ideas: { today: 'Heddiw, cyn cloi.', tomorrow: 'Bore yfory.', 'after-lock-up': 'Heno, ar ôl cloi.', paper: 'Pen a phapur.', ask: 'Mae angen i mi ofyn i swyddog.', nothing: 'Dim byd o gwbl.' },
    },
    plan: {
      title: 'Gwnewch gynllun ohono',
      label: 'Fy nghynllun',
      ideas: { pull: 'rwy’n teimlo’r ysfa', bored: 'rwyf wedi diflasu ac ar fy mhen fy hun', swap: 'rwy’n gwneud fy nghyfnewid cyntaf', ten: 'rwy’n gwneud cyfnewid am ddeg munud' },
    },
    after: { title: 'Pa mor siŵr ydych chi nawr?' },
    end: { title: 'Mae gennych restr gyfnewid' },
  },
};
