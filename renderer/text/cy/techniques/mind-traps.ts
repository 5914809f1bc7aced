import type { text as english } from '../../en/techniques/mind-traps.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Maglau’r meddwl',
  about: 'Ar gyfer pan fydd eich meddyliau’n eich tynnu i lawr neu’n eich perswadio. Rydych yn chwilio am feddwl tecach.',
  steps: {
    before: { title: 'Pa mor ddrwg ydych chi’n teimlo ar hyn o bryd?' },
    fact: {
      title: 'Nid ffaith yw meddwl',
      body: 'Mae meddyliau’n dod ar eu pen eu hunain. Mae rhai’n wir. Mae rhai’n hanner gwir. Hen arferion yw rhai.\nPan fyddwch yn isel, mae’ch meddwl yn dewis y rhai gwaethaf. Mae’n swnio’n siŵr. Gall fod yn anghywir o hyd.',
    },
    chain: {
      title: 'Mae un peth yn arwain at y nesaf',
      body: 'Ni ddaeth llythyr. Rydych yn meddwl: does neb yn malio. Rydych yn teimlo’n isel. Rydych eisiau defnyddio.\nNi ddaeth llythyr. Rydych yn meddwl: mae’r post yn araf. Rydych yn siomedig, ac rydych yn mynd i’r gampfa.\nYr un peth ddigwyddodd. Y meddwl wnaeth y gwahaniaeth.',
    },
    traps: {
      title: 'Chwe magl',
      body: 'Du neu wyn: popeth yn dda, neu bopeth wedi’i ddifetha.\nDarllen meddwl: rydych yn siŵr beth mae eraill yn ei feddwl.\nDweud ffortiwn: rydych yn siŵr yr aiff o’i le.\nSbectol dywyll: dim ond y drwg a welwch.\nFy mai i i gyd: rydych yn cymryd y bai am y cyfan.\nMeddyliau caniatâd: “Rwyf wedi’i haeddu.” “Dim ond un.”',
    },
    ruined: {
      title: '“Fe lithrais unwaith, felly mae’r cyfan wedi’i ddifetha.” Pa fagl yw hi?',
      options: { 'black-white': 'Du neu wyn', 'mind-reading': 'Darllen meddwl', fortune: 'Dweud ffortiwn' },
      replies: {
        'black-white': 'Ie. Nid yw un diwrnod drwg yn dileu’r rhai da.',
        'mind-reading': 'Mae darllen meddwl am yr hyn mae eraill yn ei feddwl. Dim ond y cyfan neu ddim mae hon yn ei weld.',
        fortune: 'Agos. Ond nid am yr hyn a ddaw mae hi. Dim ond y cyfan neu ddim mae’n ei weld.',
      },
    },
    looked: {
      title: '“Edrychodd i ffwrdd. Mae’n rhaid ei fod yn fy nghasáu.” Pa fagl yw hi?',
      options: { 'dark-glasses': 'Sbectol dywyll', 'mind-reading': 'Darllen meddwl', permission: 'Meddwl caniatâd' },
      replies: {
        'dark-glasses': 'Agos. Ond edrychwch ar “mae’n rhaid ei fod yn fy nghasáu”. Pwy all wybod hynny?',
        'mind-reading': 'Ie. Allwch chi ddim gweld i mewn i’w ben. Efallai ei fod wedi blino.',
        permission: 'Mae meddwl caniatâd yn eich perswadio i wneud rhywbeth. Mae hon yn dyfalu beth mae’n ei feddwl.',
      },
    },
    moment: {
      title: 'Eich adeg chi',
      hint: 'Meddyliwch am adeg ddrwg yr wythnos hon. Nid yr un waethaf.',
      label: 'Fy adeg i',
      fields: { what: 'Beth ddigwyddodd?', thought: 'Beth aeth drwy’ch meddwl?' },
      ideas: { letter: 'Ni ddaeth llythyr.', officer: 'Dywedodd swyddog na.', offer: 'Cynigiodd rhywun rywbeth i mi.', nobody: 'Does neb yn malio amdanaf.', one: 'Wnaiff dim ond un ddim drwg.', mess: 'Rwy’n difetha pethau bob tro.', never: 'Fydd hi byth yn gwella.' },
    },
    trap: {
      title: 'Pa fagl allai hi fod?',
      hint: 'Dewiswch un neu fwy.',
      label: 'Y fagl',
      options: { 'black-white': 'Du neu wyn', 'mind-reading': 'Darllen meddwl', fortune: 'Dweud ffortiwn', 'dark-glasses': 'Sbectol dywyll', blame: 'Fy mai i i gyd', permission: 'Meddwl caniatâd' },
    },
    evidence: {
      title: 'Edrychwch ar y ddwy ochr',
      hint: 'Byddwch yn farnwr teg. Ysgrifennwch ffeithiau, nid teimladau.',
      label: 'Y ddwy ochr',
      fields: { for: 'Beth sydd o blaid y meddwl?', against: 'Beth sydd yn ei erbyn?' },
      ideas: { happened: 'Mae wedi digwydd o’r blaen.', felt: 'Roedd yn teimlo’n wir ar y pryd.', helped: 'Fe helpodd rhywun fi unwaith.', 'got-through': 'Rwyf wedi dod drwy ddyddiau drwg.', 'not-know': 'Dydw i ddim yn gwybod beth mae eraill yn ei feddwl.', friend: 'Fyddwn i ddim yn dweud hyn wrth ffrind.' },
    },
    fairer: {
      title: 'Meddwl tecach',
      hint: 'Nid oes rhaid iddo fod yn hapus. Dylai fod yn wir a’ch helpu ymlaen.',
      label: 'Fy meddwl tecach',
      fields: { balanced: 'Beth yw ffordd decach o’i ddweud?' },
      ideas: { hard: 'Mae hyn yn anodd, ac rwyf wedi dod drwy ddyddiau anodd.', 'one-slip': 'Nid yw un diwrnod drwg yn dadwneud fy ngwaith.', ask: 'Dydw i ddim yn gwybod eto. Gallaf ofyn.', pass: 'Rwy’n teimlo fel hyn nawr. Bydd yn newid.' },
    },
    after: { title: 'Pa mor ddrwg ydych chi’n teimlo nawr?' },
    plan: {
      title: 'Gwnewch gynllun ohono',
      label: 'Fy nghynllun',
      ideas: { thought: 'daw’r meddwl hwnnw’n ôl', down: 'rwy’n teimlo’n isel heb reswm', name: 'rwy’n gofyn i mi fy hun pa fagl yw hi', fairer: 'rwy’n darllen fy meddwl tecach' },
    },
    end: { title: 'Fe ddaethoch o hyd i feddwl tecach' },
  },
};
