import type { text as english } from '../../en/techniques/spot-avoid-cope.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Sylwi, osgoi, ymdopi',
  about: 'Ar gyfer adegau pan mae’n hawdd llithro. Rydych yn dysgu’ch arwyddion eich hun ac yn gwneud cynllun.',
  steps: {
    before: { title: 'Pa mor siŵr ydych chi y gallwch ddelio ag adegau peryglus?' },
    risky: {
      title: 'Mae rhai adegau’n beryglus',
      body: 'Adeg beryglus yw adeg pan fydd yr ysfa’n cryfhau. Gall fod yn berson, yn lle neu’n hwyl.\nNid yw’r rhan fwyaf o lithriadau’n dod o unman. Mae arwyddion yn gyntaf.\nOs ydych yn gwybod yr arwyddion, gallwch wneud rhywbeth yn gynnar. Mae cynnar yn haws o lawer na hwyr.',
    },
    three: {
      title: 'Tri pheth y gallwch eu gwneud',
      body: 'Sylwi. Gwybod yr arwyddion ei fod yn dod.\nOsgoi. Cadw draw pan allwch. Mae hynny’n gall, nid yn wan.\nYmdopi. Cael cynllun ar gyfer pan na allwch gadw draw.',
    },
    small: {
      title: 'Gall camau bach arwain yno',
      body: '“Af i’w gell i ddweud helô, dyna i gyd.” Mae’n teimlo fel dim byd. Ond rydych yn gwybod beth mae’n ei werthu.\nGall cam bach agor drws mawr. Gofynnwch i chi’ch hun: i ble gallai hyn arwain?',
    },
    sorting: {
      title: 'Pa un yw pa un?',
      hint: 'Dewiswch un ar gyfer pob llinell.',
      bins: { spot: 'Sylwi', avoid: 'Osgoi', cope: 'Ymdopi' },
      items: {
        tight: 'Mae fy mrest yn tynhau ar ôl galwad ffôn.',
        table: 'Rwy’n gofyn am eistedd wrth fwrdd arall.',
        line: 'Mae wrth fy nrws. Rwy’n dweud na ac yn cerdded i ffwrdd.',
        nobody: 'Rwy’n dechrau meddwl na fydd neb yn gwybod.',
        landing: 'Rwy’n aros yn agos at staff pan fydd dyledion yn cael eu casglu.',
        friend: 'Mae’r ysfa yma. Rwy’n galw ffrind draw.',
      },
    },
    moments: {
      title: 'Pa adegau sy’n beryglus i chi?',
      hint: 'Dewiswch faint a fynnwch.',
      label: 'Fy adegau peryglus',
      options: { call: 'Ar ôl galwad ffôn neu ymweliad', offer: 'Mae rhywun yn cynnig rhywbeth i mi', canteen: 'Diwrnod cantîn, pan fydd dyledion i’w talu', evening: 'Gyda’r nos, ar ôl cloi', fight: 'Ar ôl ffrae', news: 'Newyddion drwg', weekend: 'Penwythnosau hir', release: 'Y diwrnod y caf fy rhyddhau' },
    },
    signs: {
      title: 'Sylwi',
      hint: 'Meddyliwch am un o’r adegau hyn.',
      label: 'Fy arwyddion',
      fields: { sign: 'Sut rwy’n gwybod ei fod yn dod?' },
      ideas: { tight: 'Rwy’n teimlo’n dynn ac yn methu eistedd yn llonydd.', once: 'Rwy’n meddwl “dim ond y tro hwn”.', quiet: 'Rwy’n mynd yn dawel ac yn cadw draw oddi wrth bobl.', near: 'Rwyf eisiau bod yn agos at rai pobl.' },
    },
    away: {
      title: 'Osgoi',
      label: 'Sut rwy’n cadw draw',
      fields: { avoid: 'Sut gallaf gadw draw?' },
      ideas: { seat: 'Rwy’n eistedd gyda phobl eraill.', door: 'Rwy’n aros yn fy nghell am yr hanner awr honno.', busy: 'Rwy’n mynd i’r gampfa neu i’r dosbarth.', staff: 'Rwy’n gofyn i swyddog am air tawel.' },
    },
    coping: {
      title: 'Ymdopi',
      hint: 'Weithiau ni allwch gadw draw.',
      label: 'Sut rwy’n ymdopi',
      fields: { cope: 'Beth wnaf i wedyn?' },
      ideas: { line: 'Rwy’n dweud “dim diolch” ac yn cerdded i ffwrdd.', breathe: 'Rwy’n anadlu’n araf am bum munud.', talk: 'Rwy’n gofyn am Wrandäwr.', phone: 'Rwy’n ffonio rhywun sydd ar fy ochr.', water: 'Rwy’n dal dŵr oer ar fy arddyrnau.' },
    },
    plan: {
      title: 'Gwnewch gynllun ohono',
      label: 'Fy nghynllun',
      ideas: { offered: 'mae rhywun yn cynnig rhywbeth i mi', sign: 'rwy’n gweld un o’m harwyddion', leave: 'rwy’n cerdded i ffwrdd ar unwaith', talk: 'rwy’n mynd i siarad â rhywun rwy’n ymddiried ynddo' },
    },
    after: { title: 'Pa mor siŵr ydych chi nawr?' },
    end: { title: 'Mae gennych gynllun ar gyfer adegau peryglus' },
  },
};
