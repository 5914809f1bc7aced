import type { text as english } from '../../en/techniques/what-matters.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Beth sy’n bwysig i mi',
  about: 'Ar gyfer pan ydych yn gofyn beth yw diben y cyfan. Rydych yn dod o hyd i un nod sy’n gweddu i’r hyn sy’n bwysig i chi.',
  steps: {
    before: { title: 'Sut mae’ch dyfodol yn edrych i chi?' },
    compass: {
      title: 'Cwmpawd, nid map',
      body: 'Mae’r hyn sy’n bwysig i chi fel cwmpawd. Mae’n dangos y ffordd, hyd yn oed yma.\nNi all neb gloi hynny. Ac ni all neb ei ddewis drosoch chi.',
    },
    goal: {
      title: 'Nod y gallwch ei weld',
      body: 'Mae nod da’n fach ac yn glir. Gallwch ddweud a wnaethoch ef.\nDymuniad yw “Bod yn well tad”. Nod yw “Ffonio fy mab ddydd Sul am chwech”.',
    },
    'if-then': {
      title: 'Os hyn, yna hynny',
      body: 'Mae nodau’n mynd ar goll pan fydd bywyd yn anodd. Felly cynlluniwch ar gyfer yr adeg anodd nawr.\n“Os yw’r ciw ar gyfer y ffôn yn hir, yna rwy’n ysgrifennu ato’r noson honno.”\nMae cynllun fel hyn yn ei gwneud yn fwy tebygol y byddwch yn ei wneud.',
    },
    check: {
      title: 'Pa un sy’n nod da?',
      options: { better: 'Bod yn well person', sunday: 'Ffonio fy mab ddydd Sul am chwech', never: 'Byth fod yn flin eto' },
      replies: {
        better: 'Mae hynny’n ddymuniad da. Ond sut byddech chi’n gwybod i chi ei wneud?',
        sunday: 'Ie. Gallwch ei weld, ac rydych yn gwybod pan fydd wedi’i wneud.',
        never: 'Ni all neb wneud hynny. Dylai nod fod o fewn cyrraedd.',
      },
    },
    values: {
      title: 'Beth sydd bwysicaf i chi?',
      hint: 'Dewiswch tua thri.',
      label: 'Beth sy’n bwysig i mi',
      options: { family: 'Fy nheulu', health: 'Fy iechyd', freedom: 'Bod yn rhydd', faith: 'Fy ffydd', honest: 'Bod yn onest', learning: 'Dysgu', work: 'Gwaith da', peace: 'Tawelwch meddwl', friends: 'Ffrindiau da', respect: 'Parch', making: 'Creu pethau', giving: 'Helpu eraill' },
    },
    why: {
      title: 'Pam mae’n bwysig?',
      label: 'Pam mae’n bwysig',
      fields: { because: 'Mae’n bwysig i mi oherwydd …' },
      ideas: { children: 'mae fy mhlant fy angen.', proud: 'rwyf eisiau bod yn falch ohonof fy hun.', tired: 'rwyf wedi blino ar yr hen fywyd.', life: 'rwyf eisiau fy mywyd fy hun.' },
    },
    mine: {
      title: 'Eich nod',
      hint: 'Rhywbeth ar gyfer y pythefnos nesaf.',
      label: 'Fy nod',
      fields: { goal: 'Beth rwyf eisiau ei wneud?', first: 'Beth yw’r cam bach cyntaf?' },
      ideas: { call: 'Ffonio adref bob dydd Sul.', course: 'Gorffen un cwrs.', 'clean-week': 'Dod drwy un wythnos yn lân.', fit: 'Ymarfer corff deirgwaith yr wythnos.', today: 'Gwneud ychydig ohono heddiw.', ask: 'Gofyn pwy all helpu.', ten: 'Deg munud yfory.' },
    },
    block: {
      title: 'Beth allai fod yn y ffordd?',
      label: 'Beth allai fod yn y ffordd',
      options: { tired: 'rwyf wedi blino', locked: 'rydym dan glo', offer: 'mae rhywun yn cynnig rhywbeth i mi', 'bad-news': 'rwy’n cael newyddion drwg', 'no-point': 'rwy’n meddwl nad oes diben' },
    },
    plan: {
      title: 'Eich cynllun os–yna',
      label: 'Fy nghynllun',
      ideas: { 'give-up': 'rwyf eisiau rhoi’r gorau iddi', 'lock-up': 'mae’r drws dan glo', smallest: 'rwy’n gwneud y cam lleiaf', why: 'rwy’n darllen pam mae’n bwysig i mi' },
    },
    after: { title: 'Sut mae’ch dyfodol yn edrych nawr?' },
    end: { title: 'Mae gennych eich nod eich hun' },
  },
};
