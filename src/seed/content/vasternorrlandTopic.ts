import { bold, documentLink, heading, list, paragraph, richText } from '../lexical.js'
import { ref } from '../reference.js'
import type { Item } from './model.js'

const helpline = (words: string) => documentLink('contacts', 'contact/kvinnofridslinjen', words)
const strategy = (words: string) => documentLink('strategies', 'strategy/vasternorrland/vald', words)

const swedish = richText(
  heading('Behöver du stöd nu?'),
  paragraph(
    bold('Ring 112 om det är bråttom.'),
    ' Vill du tala med någon om det som har hänt kan du ringa ',
    helpline('Kvinnofridslinjen, 020-50 50 50'),
    '. Den är till för alla i Sverige som hotas, misshandlas eller utsätts för sexuella övergrepp. Någon svarar dygnet ' +
      'runt, det kostar ingenting, du får vara anonym och samtalet syns inte på telefonräkningen.',
  ),
  heading('Därför arbetar länet mot våldet'),
  paragraph(
    'Alla, vuxna som barn, har rätt att bestämma över sin egen kropp och att leva utan rädsla för dem som står dem ' +
      'närmast. Så är det inte i dag. Mäns våld mot kvinnor är utbrett och kan vara fysiskt, sexuellt eller psykiskt. ' +
      'Det drabbar först och främst den som utsätts, men det hindrar också ett jämställt samhälle och står i strid med ' +
      'kvinnors mänskliga rättigheter.',
  ),
  paragraph(
    'Länsstyrelsens arbete bygger på uppdrag från regeringen och på det nationella jämställdhetsmålet att mäns våld mot ' +
      'kvinnor ska upphöra. När länets första strategi skrevs var det mål nummer fyra.',
  ),
  paragraph('Inget enskilt område kan lösa frågan. Insatserna behöver ses från flera håll samtidigt:'),
  list(
    'rättsligt: skydd, anmälan och lagföring',
    'socialt: stöd till den som utsätts och till barn och andra närstående',
    'ekonomiskt: möjligheten att klara sig på egen hand',
    'hälsomässigt: vård för kropp och psyke',
  ),
  paragraph('I allt detta är jämställdhet utgångspunkten.'),
  heading('Barn som berörs'),
  paragraph(
    'Ett barn kan självt vara utsatt för brott eller leva med våld som riktas mot någon i familjen. I båda fallen ska ' +
      'barnets rättigheter och behov väga tungt, och stödet ska utformas efter det enskilda barnet.',
  ),
  heading('Länsstyrelsens två uppgifter'),
  list(
    'Att ge stöd åt samordningen av insatserna i länet mot mäns våld mot kvinnor, för barn som bevittnar våld, mot ' +
      'hedersrelaterat våld och förtryck och mot prostitution och människohandel för sexuella ändamål.',
    'Att bidra till ökad kunskap om våld i nära relationer och att stimulera till samverkan mellan myndigheterna i länet.',
  ),
  heading('Länets gemensamma strategi'),
  paragraph(
    'Under 2013 tog tretton parter i länet fram en ',
    strategy('gemensam länsstrategi mot våld i nära relationer'),
    '. Den har sedan dess fått två efterföljare. Den regionala samverkansgruppen följer upp arbetet, och Länsstyrelsen ' +
      'samordnar uppföljningen.',
  ),
)

const english = richText(
  heading('Do you need support now?'),
  paragraph(
    bold('Call 112 if it is urgent.'),
    ' If you would like to talk to somebody about what has happened, you can call ',
    helpline('Kvinnofridslinjen, 020-50 50 50'),
    '. It is there for everyone in Sweden who is threatened, beaten or sexually abused. Somebody answers around the ' +
      'clock, it is free of charge, you may remain anonymous, and the call does not show on the phone bill.',
  ),
  heading('Why the county works against the violence'),
  paragraph(
    'Everybody, adult or child, has the right to decide over their own body and to live without fear of those closest to ' +
      'them. That is not how things are today. Men’s violence against women is widespread and may be physical, sexual or ' +
      'psychological. It harms first of all the person who is subjected to it, but it also stands in the way of an equal ' +
      'society and violates the human rights of women.',
  ),
  paragraph(
    'The work of the County Administrative Board rests on mandates from the Government and on the national gender ' +
      'equality goal that men’s violence against women must end. When the county’s first strategy was written, it was ' +
      'goal number four.',
  ),
  paragraph('No single field can solve this. The efforts must be seen from several sides at once:'),
  list(
    'legal: protection, reporting and prosecution',
    'social: support for those subjected to violence, and for children and others close to them',
    'economic: the means to manage on one’s own',
    'health: care for body and mind',
  ),
  paragraph('In all of this, gender equality is the starting point.'),
  heading('Children who are affected'),
  paragraph(
    'A child may be the victim of a crime, or may live with violence directed at somebody in the family. In both cases ' +
      'the child’s rights and needs must weigh heavily, and the support must be shaped for that child.',
  ),
  heading('The two tasks of the County Administrative Board'),
  list(
    'To support the coordination of efforts in the county against men’s violence against women, for children who witness ' +
      'violence, against honour-related violence and oppression, and against prostitution and trafficking for sexual ' +
      'purposes.',
    'To contribute to greater knowledge about violence in close relationships and to stimulate cooperation between the ' +
      'authorities of the county.',
  ),
  heading('The county’s joint strategy'),
  paragraph(
    'During 2013 thirteen parties in the county drew up a ',
    strategy('joint county strategy against violence in close relationships'),
    '. Two more editions have followed since. The regional cooperation group follows up the work, and the County ' +
      'Administrative Board coordinates the follow-up.',
  ),
)

const easySwedish = richText(
  heading('Behöver du hjälp?'),
  paragraph(bold('Ring 112 om du är i fara.')),
  paragraph('Du kan också ringa ', helpline('Kvinnofridslinjen'), '. Numret är 020-50 50 50.'),
  list(
    'Det är gratis.',
    'Du kan ringa både dag och natt.',
    'Du behöver inte säga vad du heter.',
    'Samtalet syns inte på telefonräkningen.',
  ),
  heading('Vad är våld i en nära relation?'),
  paragraph(
    'Det är när någon du känner väl gör dig illa. Det kan vara din partner eller någon i din familj. Att slå är våld. Att ' +
      'hota och att tvinga någon till sex är också våld.',
  ),
  paragraph('Barn som ser eller hör våld behöver också hjälp.'),
  heading('Vad gör Länsstyrelsen?'),
  list(
    'Vi hjälper dem som arbetar mot våldet i länet att göra det tillsammans.',
    'Vi ser till att fler får veta mer om våld i nära relationer.',
  ),
  paragraph('Länet har en ', strategy('gemensam plan mot våldet'), '. En grupp kontrollerar hur arbetet går.'),
)

export const vasternorrlandTopic: Item = {
  key: 'topic/vasternorrland/vald',
  collection: 'topics',
  natural: { owner: 'vasternorrland', slug: 'vald-i-nara-relationer' },
  facts: {
    sensitive: true,
    quickExitUrl: 'https://www.smhi.se',
    contacts: [
      ref('contact/kvinnofridslinjen'),
      ref('contact/112'),
      ref('contact/vasternorrland/jour'),
      ref('contact/vasternorrland/kvinnofrid'),
      ref('contact/vasternorrland/samverkansgruppen'),
    ],
  },
  texts: {
    sv: {
      title: 'Våld i nära relationer',
      neutralTitle: 'Länsstyrelsen Västernorrland',
      intro:
        'Länsstyrelsen samordnar länets arbete för att våldet i nära relationer ska upphöra. Här finns vägar till stöd, ' +
        'länets gemensamma strategi och nyheter om arbetet.',
      body: swedish,
    },
    en: {
      title: 'Violence in close relationships',
      neutralTitle: 'County Administrative Board of Västernorrland',
      intro:
        'The County Administrative Board coordinates the county’s work to end violence in close relationships. Here you ' +
        'find ways to get support, the county’s joint strategy, and news about the work.',
      body: english,
    },
    'sv-simple': {
      title: 'Våld i nära relationer',
      neutralTitle: 'Länsstyrelsen Västernorrland',
      intro: 'Ingen har rätt att göra dig illa. Här får du veta vem du kan ringa och vad länet gör mot våldet.',
      body: easySwedish,
    },
  },
}
