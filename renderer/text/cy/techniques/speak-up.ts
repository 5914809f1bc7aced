import type { text as english } from '../../en/techniques/speak-up.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Codi llais, aros yn dawel',
  about: 'Ar gyfer pan fydd rhywbeth yn eich poeni. Rydych yn dysgu gofyn am yr hyn sydd ei angen arnoch heb ffrae.',
  steps: {
    before: { title: 'Pa mor siŵr ydych chi y gallwch godi llais ac aros yn dawel?' },
    ways: {
      title: 'Tair ffordd o weithredu',
      body: 'Gallwch ildio. Rydych yn dweud dim, ac mae’n eich bwyta o’r tu mewn.\nGallwch ymosod. Rydych yn gweiddi, a nawr mae dwy broblem.\nNeu gallwch fod yn gadarn. Rydych yn dweud beth sydd ei angen, ac yn gadael rhywfaint o le i’r llall.',
    },
    steady: {
      title: 'Geiriau cadarn',
      body: 'Mae tair rhan: “Pan fydd hyn yn digwydd …” “Rwy’n teimlo …” “Hoffwn i …”\nEr enghraifft: “Pan fydd y teledu’n uchel yn y nos, rwy’n teimlo wedi blino’n lân. Hoffwn ei ddiffodd am un ar ddeg.”\nSiaradwch am beth ddigwyddodd, nid am sut un yw ef. Gofynnwch am un peth.',
    },
    sorting: {
      title: 'Pa ffordd yw hi?',
      hint: 'Dewiswch un ar gyfer pob llinell.',
      bins: { give: 'Ildio', attack: 'Ymosod', steady: 'Cadarn' },
      items: {
        fine: '“Mae’n iawn. Peidiwch â phoeni amdana i.”',
        always: '“Rwyt ti bob amser mor hunanol!”',
        when: '“Pan wyt ti’n gweiddi, alla i ddim meddwl. Siarada’n dawel, plîs.”',
        nothing: 'Dweud dim, a phwdu am ddyddiau.',
        'or-else': '“Gwna fe, neu fe gei di weld.”',
        could: '“Allen ni gymryd tro?”',
      },
    },
    night: {
      title: 'Rhowch gynnig arni: un o’r gloch y bore',
      hint: 'Rydych yn rhannu cell. Mae’r teledu’n uchel. Allwch chi ddim cysgu. Dewiswch beth wnewch chi.',
      says: {
        loud: '“Alla i ddim cysgu. Mae’n fy nhawelu.”',
        hour: 'Awr yn ddiweddarach mae’r teledu’n dal ymlaen. Rydych yn berwi.',
        'try-it': '“Tria di!”',
        need: '“Mae ei angen arna i. Mae’r nosau’n ddrwg i mi.”',
        low: '“Yn isel, ’te. A wnei di ddiffodd y golau pan fydda i’n gofyn?”',
        agreed: 'Mae’r ddau ohonoch yn cael rhywbeth. A gallwch ofyn eto’r tro nesaf, am na chollodd neb.',
        begun: 'Mae’n ddechrau. Fe arhosoch yn dawel, a gallwch siarad eto yfory yng ngolau dydd.',
        swallowed: 'Fe gadwoch yr heddwch, ond nid eich heddwch chi. Erbyn diwedd yr wythnos gall ffrwydro. Rhowch gynnig ar y geiriau cadarn.',
        stuck: 'Mae’n stopio gwrando. Fe ddywedoch beth rydych yn ei deimlo, ond heb adael lle iddo. Ceisiwch ofyn am un peth bach.',
        fight: 'Nawr mae’n ymladd. Gallai’r ddau ohonoch golli llawer. Os teimlwch ef yn codi, camwch yn ôl ac anadlwch yn gyntaf.',
      },
      options: {
        break: '“Diffodda fe neu fe’i torraf e!”',
        silent: 'Dweud dim a gorwedd ar ddihun.',
        ask: '“Pan mae’n uchel alla i ddim cysgu. Allet ti ei droi i lawr?”',
        shout: 'Gweiddi arno.',
        'a-word': '“Ga i ddweud rhywbeth? Rwyf wedi blino’n lân.”',
        'still-silent': 'Dal i ddweud dim.',
        sorry: '“Sori. Rwyf wedi blino. Gawn ni ddechrau eto?”',
        step: 'Camu i fyny ato.',
        both: '“Rwy’n deall hynny. Beth am isel ar ôl un ar ddeg?”',
        'your-problem': '“Dy broblem di yw honno.”',
        forget: '“Iawn. Anghofia i mi ddweud.”',
        deal: '“Iawn. Bargen.”',
        think: '“Gad i mi feddwl. Diolch am ei droi i lawr.”',
      },
    },
    mine: {
      title: 'Nawr eich rhai chi',
      hint: 'Meddyliwch am rywbeth sy’n eich poeni yr wythnos hon. Dechreuwch yn fach.',
      label: 'Fy ngeiriau cadarn',
      fields: { when: 'Pan …', feel: '… rwy’n teimlo …', like: '… hoffwn i …' },
      ideas: { noise: 'fydd sŵn yn hwyr y nos', app: 'na chaf ateb i’m cais', call: 'fyddwn yn siarad ar y ffôn a chi’n gweiddi', angry: 'yn flin', worried: 'yn bryderus', small: 'yn fach', 'turn-down': 'iddi fod yn dawel ar ôl un ar ddeg', tell: 'i chi ddweud wrthyf pryd y caf wybod', listen: 'i chi adael i mi orffen' },
    },
    aloud: {
      title: 'Dywedwch ef wrthych eich hun yn gyntaf',
      body: 'Anadlwch allan. Gadewch i’ch ysgwyddau ddisgyn. Dywedwch eich tair rhan, yn araf.\nYna meddyliwch am yr ateb gwaethaf. Beth ddywedwch chi? “Rwy’n eich clywed. Mae angen hyn arna i o hyd.”\nDewiswch amser da. Nid o flaen eraill. Nid pan fydd un ohonoch yn flin.',
    },
    plan: {
      title: 'Gwnewch gynllun ohono',
      label: 'Fy nghynllun',
      ideas: { wound: 'rwy’n teimlo’n gynhyrfus', 'give-in': 'rwyf eisiau dweud “mae’n iawn” ac nid yw', three: 'rwy’n dweud fy nhair rhan, yn dawel', wait: 'rwy’n anadlu allan ac yn aros am amser gwell' },
    },
    after: { title: 'Pa mor siŵr ydych chi nawr?' },
    end: { title: 'Mae gennych eich geiriau eich hun' },
  },
};
