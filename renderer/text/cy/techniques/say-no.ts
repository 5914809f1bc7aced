import type { text as english } from '../../en/techniques/say-no.ts';
import type { Translation } from '../../translation.ts';

export const text: Translation<typeof english> = {
  name: 'Dweud na, a’i feddwl',
  about: 'Ar gyfer pan fydd rhywun yn cynnig rhywbeth i chi. Rydych yn rhoi cynnig arni mewn sgwrs ddiogel yn gyntaf.',
  steps: {
    before: { title: 'Pa mor siŵr ydych chi y gallwch ddweud na?' },
    short: {
      title: 'Na byr sy’n gweithio orau',
      body: 'Nid oes arnoch reswm i neb. Mae “Na” yn ateb cyfan.\nMae rheswm hir yn rhoi rhywbeth i’r llall bigo arno.\nY na cyntaf yw’r anoddaf. Ar ôl hynny mae’n haws.',
    },
    how: {
      title: 'Sut i’w ddweud',
      body: 'Dywedwch ef yn gyflym. Dywedwch ef yn glir. Safwch yn llonydd ac edrychwch ar y person.\nDywedwch yr un geiriau eto os ydyn nhw’n gwthio. Yna siaradwch am rywbeth arall.\nYna ewch. Peidiwch ag aros i ddadlau. Os ydych yn teimlo mewn perygl, ewch at staff.',
    },
    check: {
      title: 'Pa na yw’r cryfaf?',
      options: { later: '“Efallai wedyn.”', gym: '“Dim diolch. Rwy’n mynd i’r gampfa.”', test: '“Byddwn i, ond mae gen i brawf ddydd Gwener.”' },
      replies: {
        later: 'Nid na yw hynny. Mae’n dweud wrtho am ofyn eto.',
        gym: 'Ie. Mae’n fyr, mae’n glir, ac rydych wedi mynd.',
        test: 'Mae hynny’n dweud wrtho pryd i ddod yn ôl. Ar ôl dydd Gwener.',
      },
    },
    door: {
      title: 'Rhowch gynnig arni: wrth eich drws',
      hint: 'Mae rhywun rydych yn ei adnabod wrth eich drws. Dewiswch beth rydych yn ei ddweud. Dim ond ymarfer yw hyn.',
      says: {
        offer: '“Hwde, cymer bwff o hwn. Bydd yn mynd â dy feddwl oddi ar bethau.”',
        push: '“Dere. Wnaiff un ddim drwg. Fydd neb yn gwybod.”',
        pillow: '“Wedyn, ’te. Fe’i gadawaf dan dy obennydd.”',
        stuff: '“Dim ond tamaid o sbeis. Stwff da yw e.”',
        free: '“Mae’n gryf. Ac mae am ddim, i ti.”',
        saturday: '“Dydd Sadwrn, felly? Dof i draw.”',
        needle: '“O, felly rwyt ti’n meddwl dy fod yn well na ni?”',
        debt: '“Da iawn. Mae arnat ti un i mi.”',
        clear: 'Fe ddywedoch na ac fe aethoch. Nid oes ganddo ddim i bigo arno. Efallai y bydd yn teimlo’n ddrwg am awr. Yna mae’n teimlo’n dda.',
        turned: 'Fe droesoch yn ôl yn hwyr. Mae hynny’n cyfrif. Gallwch ddweud na unrhyw bryd, hyd yn oed ag ef yn eich llaw.',
        heat: 'Fe ddywedoch na. Yna aeth yn ffrae. Y tro nesaf, gadewch iddo gael y gair olaf ac ewch.',
        open: 'Mae’r drws yn dal ar agor. Bydd yn ôl ddydd Sadwrn. Rhowch gynnig arall gyda na heb ddyddiad.',
        took: 'Y tro hwn yr ysfa enillodd. Mae “am ddim” yn aml yn troi’n ddyled. Dim ond ymarfer oedd hyn. Rhowch gynnig arall.',
      },
      options: {
        no: '“Dim diolch. Dydw i ddim yn defnyddio.”',
        later: '“Dim nawr. Efallai wedyn.”',
        what: '“Beth sydd ynddo?”',
        tea: '“Na ddywedais i. Rwy’n mynd i wneud te.”',
        reason: '“Alla i ddim. Mae gen i brawf ddydd Gwener.”',
        one: '“Iawn. Dim ond un.”',
        'with-you': '“Na. Cer â fe gyda ti.”',
        'leave-it': '“Iawn. Gad e yno.”',
        'not-me': '“Na, felly. Nid i mi.”',
        strong: '“Ydy e’n gryf?”',
        out: '“Na. Rwyf i allan ohoni.”',
        'go-on': '“Iawn, ’te.”',
        never: '“Nid dydd Sadwrn. Nid unrhyw ddydd.”',
        see: '“Cawn weld.”',
        'just-me': '“Na. Dydw i ddim ei eisiau, dyna i gyd. Hwyl.”',
        walk: 'Dweud dim, a cherdded i ffwrdd.',
        'say-again': '“Beth ddywedaist ti wrtha i?”',
        changed: '“Na. Rwyf wedi newid fy meddwl. Cymer e’n ôl.”',
        take: 'Ei gymryd.',
      },
    },
    line: {
      title: 'Dewiswch eich llinell eich hun',
      hint: 'Pa eiriau sy’n swnio fel chi?',
      label: 'Fy llinell',
      options: { good: '“Dim diolch. Rwy’n iawn.”', 'not-me': '“Nid yw hynny i mi.”', quit: '“Rwyf wedi stopio.”', kids: '“Na. Mae gen i bobl i fynd adre atyn nhw.”', leave: '“Gad hi, gyfaill.”' },
    },
    aloud: {
      title: 'Nawr dywedwch ef yn uchel',
      body: 'Codwch ar eich traed. Dywedwch eich llinell deirgwaith. Mae yn eich pen yn iawn os ydych yn rhannu cell.\nDywedwch ef yn arafach. Yna dywedwch ef fel pe na bai ots gennych.\nDylai’ch ceg wybod y geiriau cyn bod eu hangen arnoch.',
    },
    exit: {
      title: 'Sut byddwch chi’n mynd oddi yno?',
      label: 'Sut rwy’n mynd oddi yno',
      options: { gym: 'I’r gampfa neu i’r dosbarth', shower: 'I’r gawod', officer: 'Gair â swyddog', phone: 'Mae’n rhaid i mi wneud galwad', cell: 'Yn ôl i’m cell, drws ar gau' },
    },
    plan: {
      title: 'Gwnewch gynllun ohono',
      label: 'Fy nghynllun',
      ideas: { offer: 'mae rhywun yn cynnig rhywbeth i mi', again: 'mae’n gofyn i mi eto', say: 'rwy’n dweud fy llinell ac yn mynd', go: 'rwy’n dweud yr un geiriau eto ac yn cerdded i ffwrdd' },
    },
    after: { title: 'Pa mor siŵr ydych chi nawr?' },
    end: { title: 'Mae gennych eich na eich hun' },
  },
};
