import type { text as english } from '../../en/techniques/after-a-slip.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Ar ôl llithro',
  about: 'Ar gyfer pan wnaethoch yfed neu ddefnyddio, neu ddod yn agos. Nid yw llithriad yn ddiwedd. Gall eich dysgu.',
  steps: {
    safe: {
      title: 'Yn gyntaf: ydych chi’n ddiogel?',
      body: 'Ydych chi’n teimlo’n sâl, yn gysglyd iawn, neu’n cael trafferth anadlu? Canwch eich cloch nawr. Dywedwch beth gymeroch chi.\nOes rhywun gyda chi sy’n anodd ei ddeffro? Canwch y gloch a gwaeddwch. Help sy’n dod gyntaf.\nNid oes rhaid i chi ysgrifennu yma beth gymeroch chi. Ni all neb ddarllen hyn ond chi.',
    },
    before: { title: 'Pa mor ddrwg ydych chi’n teimlo amdano?' },
    slip: {
      title: 'Nid cwymp yw llithriad',
      body: 'Mae’r rhan fwyaf o bobl sy’n stopio am byth wedi llithro ar y ffordd. Llawer ohonyn nhw fwy nag unwaith.\nMae’r dyddiau cyn hynny’n dal i gyfrif. Nid ydych yn dechrau o ddim.\nAr ôl amser hebddo, gall eich corff gymryd llawer llai. Mae hynny’n gwneud defnyddio eto’n berygl i fywyd.',
    },
    trap: {
      title: 'Y fagl ar ôl llithro',
      body: '“Nawr mae’r cyfan wedi’i ddifetha. Felly waeth i mi gario ymlaen.” Mae’r meddwl hwn yn gwneud mwy o ddrwg na’r llithriad.\nMae cywilydd yn dweud: cuddia. Ond mae cuddio’n ei gadw i fynd. Mae siarad yn ei atal.',
    },
    check: {
      title: 'Beth sy’n helpu fwyaf y diwrnod wedyn?',
      options: { 'all-gone': 'Rhoi’r gorau iddi, mae’r cyfan wedi mynd', learn: 'Edrych ar beth arweiniodd ato', hide: 'Dweud wrth neb a chuddio' },
      replies: {
        'all-gone': 'Dyna’r fagl. Un diwrnod yw un diwrnod.',
        learn: 'Ie. Yna rydych yn gwybod mwy nag o’r blaen.',
        hide: 'Dyna mae cywilydd ei eisiau. Mae un person rydych yn ymddiried ynddo’n ddigon.',
      },
    },
    chain: {
      title: 'Beth arweiniodd ato?',
      hint: 'Edrychwch arno fel ffilm. Peidiwch â barnu.',
      label: 'Beth arweiniodd ato',
      fields: { start: 'Beth ddigwyddodd cynt?', felt: 'Sut roeddwn i’n teimlo?', said: 'Beth ddywedais i wrthyf fy hun?' },
      ideas: { call: 'Galwad ffôn wael.', argument: 'Ffrae.', bored: 'Diwrnod hir, gwag.', offer: 'Cynigiodd rhywun rywbeth i mi.', low: 'Yn isel.', angry: 'Yn flin.', lonely: 'Yn unig.', wired: 'Yn gynhyrfus.', one: '“Dim ond un.”', earned: '“Rwyf wedi’i haeddu.”', nobody: '“Does neb yn malio.”' },
    },
    turn: {
      title: 'Ble gallech chi fod wedi troi i ffwrdd?',
      hint: 'Mae troad cyn diwedd y ffordd bron bob tro.',
      label: 'Ble gallaf droi i ffwrdd',
      fields: { exit: 'Beth allwn i ei wneud yno y tro nesaf?' },
      ideas: { leave: 'Gadael ar unwaith.', talk: 'Siarad â rhywun.', wait: 'Aros deg munud.', 'say-no': 'Dweud fy llinell a mynd.' },
    },
    kind: {
      title: 'Beth fyddech chi’n ei ddweud wrth ffrind?',
      hint: 'Mae ffrind yn dweud wrthych fod yr un peth wedi digwydd iddo ef.',
      label: 'Beth fyddwn i’n ei ddweud wrth ffrind',
      fields: { 'to-friend': 'Beth fyddech chi’n ei ddweud wrtho?' },
      ideas: { 'one-day': 'Un diwrnod oedd ef. Mae heddiw’n un newydd.', still: 'Rwyt ti ar y ffordd o hyd.', tried: 'Rwyt ti wedi stopio o’r blaen. Gelli di ei wneud eto.' },
    },
    next: {
      title: 'Beth wnewch chi yn y diwrnod nesaf?',
      label: 'Fy niwrnod nesaf',
      options: { tell: 'Dweud wrth un person rwy’n ymddiried ynddo', worker: 'Gofyn am weld y gweithiwr cyffuriau neu alcohol', rid: 'Cadw draw o ble daeth ef', eat: 'Bwyta, ymolchi a chysgu', day: 'Gwneud cynllun ar gyfer yfory', plan: 'Darllen fy nghynlluniau eto' },
    },
    plan: {
      title: 'Gwnewch gynllun ohono',
      label: 'Fy nghynllun',
      ideas: { same: 'mae’r un peth yn digwydd eto', shame: 'rwyf eisiau cuddio', exit: 'rwy’n troi i ffwrdd yn gynnar', tell: 'rwy’n dweud wrth un person y diwrnod hwnnw' },
    },
    after: { title: 'Pa mor ddrwg ydych chi’n teimlo nawr?' },
    end: { title: 'Fe ddysgoch ohono' },
  },
};
