import type { text as english } from '../../en/techniques/stay-alive.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Aros yn fyw ar ôl rhyddhau',
  about: 'I bawb sydd wedi defnyddio, ac i’r rhai sy’n gofalu amdanyn nhw. Gall achub bywyd.',
  steps: {
    before: { title: 'Pa mor siŵr ydych chi eich bod yn gwybod sut i aros yn ddiogel?' },
    forgets: {
      title: 'Mae’ch corff yn colli ei darian',
      body: 'Pan ydych yn defnyddio llawer, mae’ch corff yn dod i arfer. Pan stopiwch, mae’n colli’r darian honno. Dim ond dyddiau mae’n eu cymryd.\nGall yr hyn roeddech yn arfer ei gymryd eich lladd nawr.\nY pythefnos cyntaf y tu allan yw’r cyfnod mwyaf peryglus.',
    },
    'no-safe': {
      title: 'Nid oes unrhyw faint yn ddiogel',
      body: 'Nid ydym yn enwi maint diogel, am nad oes un. Gall ychydig bach ladd hefyd.\nMae cyffuriau stryd yn newid. Allwch chi ddim gweld pa mor gryf ydyn nhw, na beth sydd ynddyn nhw.\nY ffordd ddiogel yw peidio â defnyddio. Os daw’r ysfa, ffoniwch rywun yn gyntaf.',
    },
    mixing: {
      title: 'Mae cymysgu’n lladd',
      body: 'Mae heroin, methadon a thabledi poen cryf yn arafu’ch anadl. Felly hefyd diod, diazepam a pregabalin.\nGall dau ohonyn nhw gyda’i gilydd atal eich anadl. Gall ddigwydd oriau’n ddiweddarach, mewn cwsg.\nOs ydych yn yfed bob dydd, peidiwch â stopio’n sydyn. Ceisiwch help yn gyntaf. Gall stopio’n sydyn ladd.',
    },
    signs: {
      title: 'Arwyddion gorddos',
      body: 'Allwch chi ddim deffro’r person.\nMae’r anadl yn araf, neu’n swnio fel chwyrnu neu fyrlymu, neu’n stopio.\nMae’r gwefusau neu’r ewinedd yn mynd yn las neu’n llwyd. Mae’r croen yn oer ac yn llaith. Mae canhwyllau’r llygaid yn fach iawn.',
    },
    act: {
      title: 'Beth i’w wneud',
      body: 'Y tu allan, ffoniwch 999 ar unwaith. Y tu mewn, canwch y gloch a gwaeddwch.\nOs ydyn nhw’n anadlu, rholiwch nhw ar eu hochr, â’r pen wedi’i wyro’n ôl.\nOs nad ydyn nhw’n anadlu, gwnewch yr hyn mae person 999 neu staff yn ei ddweud.\nRhowch nalocson os oes gennych ef. Os nad ydyn nhw’n deffro, rhowch fwy ar ôl dau neu dri munud.\nMae effaith nalocson yn darfod. Arhoswch gyda nhw nes daw help, hyd yn oed os ydyn nhw’n deffro.',
    },
    protect: {
      title: 'Beth sy’n eich cadw’n ddiogel',
      body: 'Gall nalocson wrthdroi gorddos o heroin neu opioidau eraill. Gofynnwch i ofal iechyd am becyn i fynd allan gyda chi.\nMae methadon a bwprenorffin yn eich diogelu. Gofynnwch iddo barhau y tu allan heb fwlch.\nRoedd llawer o’r bobl sy’n marw ar eu pen eu hunain. Peidiwch byth â bod ar eich pen eich hun gydag ef. Dywedwch wrth rywun a all alw am help.',
    },
    check: {
      title: 'Pam mae’r hen faint mor beryglus nawr?',
      options: { stronger: 'Mae fy nghorff yn gryfach nawr', lost: 'Mae fy nghorff wedi colli ei darian', nothing: 'Nid yw, rwy’n gwybod fy nherfyn' },
      replies: {
        stronger: 'Efallai eich bod yn fwy heini. Ond mae’ch corff wedi colli ei darian.',
        lost: 'Ie. Mae’ch hen derfyn wedi mynd. Ac ni all neb ddweud un newydd wrthych.',
        nothing: 'Mae’ch hen derfyn wedi mynd. Dyna sut mae llawer o bobl yn marw yn y dyddiau cyntaf.',
      },
    },
    sorting: {
      title: 'Nid yw rhywun yn deffro. Ei wneud, neu beidio?',
      hint: 'Dewiswch un ar gyfer pob llinell.',
      bins: { do: 'Gwneud', 'do-not': 'Peidio' },
      items: { call: 'Ffonio 999, neu ganu’r gloch', 'sleep-off': 'Gadael iddyn nhw gysgu', side: 'Eu rholio ar eu hochr', 'cold-shower': 'Eu rhoi mewn cawod oer', leave: 'Gadael, rhag i mi fynd i helynt', stay: 'Aros gyda nhw' },
    },
    ready: {
      title: 'Beth wnewch chi ei baratoi?',
      hint: 'Gofynnwch i ofal iechyd neu’ch gweithiwr cyffuriau nawr. Mae’n cymryd amser.',
      label: 'Beth rwy’n ei baratoi',
      options: { naloxone: 'Gofyn am nalocson i fynd adref', appointment: 'Cael dyddiad gyda’r gwasanaeth cyffuriau', medicine: 'Gofyn sut bydd fy meddyginiaeth yn parhau', met: 'Gofyn i rywun gwrdd â mi wrth y giât', 'first-night': 'Gwybod ble rwy’n cysgu’r noson gyntaf', number: 'Cael rhif i’w ffonio unrhyw awr' },
    },
    people: {
      title: 'Pwy sydd gyda chi?',
      label: 'Pwy sydd gyda mi',
      fields: { with: 'Pwy fydd gyda mi’r dyddiau cyntaf?', tell: 'Pwy wnaf i ei ffonio os daw’r ysfa?' },
      ideas: { family: 'Fy nheulu.', friend: 'Ffrind nad yw’n defnyddio.', hostel: 'Staff yr hostel.', worker: 'Fy ngweithiwr cyffuriau.', mum: 'Fy mam.', partner: 'Fy mhartner.' },
    },
    plan: {
      title: 'Eich cynllun ar gyfer y diwrnod cyntaf',
      label: 'Fy nghynllun',
      ideas: { 'release-pull': 'daw’r ysfa ar fy niwrnod cyntaf allan', 'old-friend': 'rwy’n cwrdd â rhywun roeddwn yn defnyddio gydag ef', phone: 'rwy’n ffonio rhywun cyn gwneud dim', 'go-to': 'rwy’n mynd yn syth at berson diogel' },
    },
    after: { title: 'Pa mor siŵr ydych chi nawr?' },
    end: { title: 'Rydych yn gwybod sut i aros yn fyw' },
  },
};
