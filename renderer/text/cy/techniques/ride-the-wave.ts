import type { text as english } from '../../en/techniques/ride-the-wave.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Reidio’r don',
  about: 'Ar gyfer pan fydd yr ysfa i yfed neu ddefnyddio’n gryf. Rydych yn ei gwylio’n codi, ac yn ei gwylio’n gostwng.',
  steps: {
    before: { title: 'Pa mor gryf yw’r ysfa ar hyn o bryd?' },
    wave: {
      title: 'Mae ysfa fel ton',
      body: 'Mae’n dechrau’n fach. Mae’n tyfu. Mae’n cyrraedd y brig. Yna mae’n gostwng, hyd yn oed os na wnewch ddim.\nMae’r rhan fwyaf o donnau’n gwanhau o fewn hanner awr. Dim ond ychydig funudau yw’r brig yn aml.\nMae pob ton a reidiwch yn gwneud y nesaf ychydig yn haws.',
    },
    watch: {
      title: 'Does dim rhaid i chi ei hymladd',
      body: 'Os ydych yn ymladd ysfa, mae’n aml yn mynd yn uwch. Os ydych yn ildio, mae’n dod yn ôl yn gynt.\nMae trydedd ffordd. Arhoswch yn llonydd ac edrychwch arni. Ble mae hi? Sut mae’n symud?\nMae hi ynoch chi, ond nid chi yw hi. Ni all wneud i chi wneud dim.',
    },
    ill: {
      title: 'Pan nad ysfa yn unig yw hi',
      body: 'Ydych chi’n crynu, yn chwysu neu’n teimlo’n sâl? Ydych chi’n gweld pethau, neu’n cael ffit? Gall hynny fod yn ddiddyfnu.\nGall diddyfnu oddi ar ddiod neu dabledi fel diazepam beryglu bywyd.\nCanwch eich cloch a gofynnwch am ofal iechyd. Peidiwch ag aros.',
    },
    check: {
      title: 'Beth mae ysfa’n ei wneud os arhoswch?',
      options: { grows: 'Mae’n tyfu ac yn tyfu', falls: 'Mae’n codi, yna mae’n gostwng', stays: 'Mae’n aros yr un fath drwy’r dydd' },
      replies: {
        grows: 'Mae’n teimlo felly ar y ffordd i fyny. Ond mae brig i bob ton.',
        falls: 'Ydy. Mae’n codi, ac yna mae’n gostwng. Gallwch aros am hynny.',
        stays: 'Gall ddod yn ôl. Ond mae diwedd i bob ton.',
      },
    },
    where: {
      title: 'Ble yn eich corff rydych chi’n ei theimlo?',
      hint: 'Eisteddwch yn llonydd am eiliad. Yna dewiswch.',
      label: 'Ble rwy’n ei theimlo',
      options: { head: 'Yn fy mhen', mouth: 'Yn fy ngheg neu fy ngwddf', chest: 'Yn fy mrest', stomach: 'Yn fy stumog', hands: 'Yn fy nwylo', legs: 'Yn fy nghoesau', 'all-over': 'Drosof i gyd' },
    },
    ride: {
      title: 'Reidiwch hi nawr',
      hint: 'Pum munud. Gallwch stopio unrhyw bryd.',
      stages: {
        settle: 'Eisteddwch â’ch dwy droed ar y llawr. Gadewch i’ch dwylo orffwys.',
        find: 'Dewch o hyd i’r man lle mae’r ysfa gryfaf. Ydy hi’n boeth neu’n oer? Ydy hi’n symud?',
        breathe: 'Anadlwch i mewn yn araf. Anadlwch allan yn hirach. Gadewch i’r anadl fynd i’r man hwnnw.',
        thoughts: 'Bydd meddyliau’n dod. “Dim ond un.” Gadewch i bob un fynd heibio, fel bws nad ydych yn ei ddal.',
        top: 'Efallai ei bod yn gryf nawr. Dyna’r brig. Arhoswch ar y don. Ni fydd yn para.',
        falling: 'Edrychwch eto. Ydy hi yr un fath? Teimlwch eich traed. Rydych yma o hyd.',
      },
    },
    after: { title: 'Pa mor gryf yw’r ysfa nawr?' },
    helped: {
      title: 'Beth helpodd chi i aros ar y don?',
      label: 'Beth helpodd',
      options: { watching: 'Ei gwylio', breathing: 'Anadlu’n araf', time: 'Gwybod y daw i ben', words: 'Geiriau a ddywedais wrthyf fy hun', feet: 'Teimlo fy nhraed' },
    },
    plan: {
      title: 'Eich cynllun ar gyfer y don nesaf',
      label: 'Fy nghynllun',
      ideas: { pull: 'rwy’n teimlo’r ysfa', evening: 'daw’r ysfa ar ôl cloi', ride: 'rwy’n eistedd ac yn reidio’r don', clock: 'rwy’n aros deg munud cyn gwneud dim' },
    },
    end: { title: 'Fe reidioch chi don' },
  },
};
