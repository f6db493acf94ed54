import { documentLink, heading, italic, list, paragraph, richText } from '../lexical.js'
import { ref } from '../reference.js'
import type { Item } from './model.js'

const owner = 'vasternorrland'
const topics = [ref('topic/vasternorrland/vald')]
const madeUp = paragraph(italic('Nyheten är påhittad och visar hur en nyhet kan se ut i Länskällan.'))
const madeUpInEnglish = paragraph(italic('This news item is made up and shows what news may look like in Länskällan.'))
const helpline = (words: string) => documentLink('contacts', 'contact/kvinnofridslinjen', words)
const strategy = (words: string) => documentLink('strategies', 'strategy/vasternorrland/vald', words)

/** Oldest first: the last is published last, and so comes first in lists. */
export const vasternorrlandNews: readonly Item[] = [
  {
    key: 'news/vasternorrland/handlingsplan',
    collection: 'news',
    natural: { owner, slug: 'tretton-atgarder-i-gemensam-handlingsplan' },
    facts: {
      importance: 'ordinary',
      topics,
      image: ref('media/vasternorrland/landskap.png'),
      originallyPublished: '2022-03',
    },
    texts: {
      sv: {
        title: 'Tretton åtgärder i länets gemensamma handlingsplan mot våld',
        lead:
          'Länsstyrelsen, regionen, alla kommuner och flera myndigheter har undertecknat en handlingsplan mot mäns våld ' +
          'mot kvinnor och våld i nära relationer.',
        body: richText(
          paragraph(
            'Planen undertecknades i mars 2022. Den innehåller tretton åtgärder som parterna prioriterar och genomför ' +
              'tillsammans till och med 2024. Målet är att våldet helt ska upphöra.',
          ),
          paragraph('Läs mer om ', strategy('länets strategi och dess tre utgåvor'), '.'),
          paragraph(italic('Nyheten är skriven i efterhand för Länskällan, av uppgifter som var kända 2022.')),
        ),
      },
      en: {
        title: 'Thirteen measures in the county’s joint action plan against violence',
        lead:
          'The County Administrative Board, the region, all municipalities and several authorities have signed an action ' +
          'plan against men’s violence against women and violence in close relationships.',
        body: richText(
          paragraph(
            'The plan was signed in March 2022. It contains thirteen measures to which the parties give priority and which ' +
              'they carry out together until the end of 2024. The goal is for the violence to end altogether.',
          ),
          paragraph('Read more about ', strategy('the county’s strategy and its three editions'), '.'),
          paragraph(italic('This item was written afterwards for Länskällan, from what was known in 2022.')),
        ),
      },
    },
  },
  {
    key: 'news/vasternorrland/samverkansgruppen',
    collection: 'news',
    natural: { owner, slug: 'samverkansgruppen-foljer-upp-arbetet' },
    facts: { importance: 'ordinary', topics, related: [ref('news/vasternorrland/handlingsplan')] },
    texts: {
      sv: {
        title: 'Samverkansgruppen följer upp årets arbete',
        lead: 'Den regionala samverkansgruppen går igenom hur länets arbete mot våld i nära relationer har gått under året.',
        body: richText(
          madeUp,
          paragraph('Varje part berättar vad den har gjort, vad som återstår och var samarbetet har kärvat.'),
          paragraph(
            'Länsstyrelsen sammanställer svaren och publicerar dem tillsammans med ',
            strategy('strategin'),
            '.',
          ),
        ),
      },
    },
  },
  {
    key: 'news/vasternorrland/utbildningsdag',
    collection: 'news',
    natural: { owner, slug: 'utbildningsdag-om-barn-som-bevittnar-vald' },
    facts: { audience: 'named', audienceCounties: ['gavleborg'], importance: 'ordinary', topics },
    texts: {
      sv: {
        title: 'Utbildningsdag om barn som bevittnar våld',
        lead: 'Skolor, socialtjänst och vård i Västernorrland och Gävleborg bjuds in till en gemensam dag om barns rätt till stöd.',
        body: richText(
          madeUp,
          paragraph(
            'Dagen handlar om hur vuxna som möter barn i sitt arbete kan märka att något är fel, och vad de då ska göra.',
          ),
          heading('Ur programmet'),
          list(
            'att fråga ett barn utan att skrämma',
            'orosanmälan: när, hur och till vem',
            'stödet efteråt, för hela familjen',
          ),
          paragraph('Dagen är öppen för båda länen, och nyheten visas därför hos båda.'),
        ),
      },
      en: {
        title: 'Training day on children who witness violence',
        lead: 'Schools, social services and health care in Västernorrland and Gävleborg are invited to a joint day on children’s right to support.',
        body: richText(
          madeUpInEnglish,
          paragraph(
            'The day is about how adults who meet children in their work can notice that something is wrong, and what to do then.',
          ),
          heading('From the programme'),
          list(
            'asking a child without frightening it',
            'reporting a concern: when, how and to whom',
            'the support afterwards, for the whole family',
          ),
          paragraph('The day is open to both counties, so the item is shown in both.'),
        ),
      },
    },
  },
  {
    key: 'news/vasternorrland/alla-utgavor',
    collection: 'news',
    natural: { owner, slug: 'alla-utgavor-av-lansstrategin-samlade' },
    facts: { importance: 'ordinary', topics },
    texts: {
      sv: {
        title: 'Alla utgåvor av länsstrategin samlade på ett ställe',
        lead: 'Nu går det att läsa länets strategi mot våld i nära relationer i alla tre utgåvorna, även de som inte längre gäller.',
        body: richText(
          paragraph(
            'Vid varje utgåva står vilka år den gällde, vilka parter som stod bakom den och var den har varit publicerad ' +
              'tidigare. Parterna har de namn som de hade då.',
          ),
          paragraph(
            'För 2017 finns ingen utgåva: den första gällde till och med 2016 och den andra från och med 2018.',
          ),
          paragraph('Här finns ', strategy('strategin med alla utgåvor'), '.'),
        ),
      },
      en: {
        title: 'All editions of the county strategy gathered in one place',
        lead: 'The county’s strategy against violence in close relationships can now be read in all three editions, including those no longer in force.',
        body: richText(
          paragraph(
            'Each edition tells in which years it applied, which parties stood behind it and where it was published before. ' +
              'The parties bear the names that they had at the time.',
          ),
          paragraph('There is no edition for 2017: the first applied through 2016 and the second from 2018.'),
          paragraph('Here is ', strategy('the strategy with all its editions'), '.'),
        ),
      },
    },
  },
  {
    key: 'news/vasternorrland/stod-vid-storhelger',
    collection: 'news',
    natural: { owner, slug: 'stod-nar-mottagningarna-har-stangt' },
    facts: { importance: 'important', topics },
    texts: {
      sv: {
        title: 'Hit vänder du dig när mottagningarna har stängt',
        lead: 'Våldet tar inte ledigt på kvällar och storhelger. Det finns hjälp att få ändå, dygnet runt.',
        body: richText(
          heading('Om du är i fara'),
          paragraph('Ring 112. Kan du inte prata fritt: stanna kvar på linjen och svara så gott det går.'),
          heading('Om du vill tala med någon'),
          paragraph(
            'Ring ',
            helpline('Kvinnofridslinjen på 020-50 50 50'),
            '. Det är gratis, du får vara anonym och samtalet syns inte på telefonräkningen.',
          ),
          heading('Tänk på spåren i telefonen'),
          list(
            'Ta bort samtalet ur samtalslistan.',
            'Använd knappen som snabbt lämnar sidan, och rensa historiken i webbläsaren.',
            'Låna gärna en telefon av någon du litar på.',
          ),
        ),
      },
      en: {
        title: 'Where to turn when the clinics are closed',
        lead: 'Violence does not pause for evenings and holidays. There is help to be had all the same, day and night.',
        body: richText(
          heading('If you are in danger'),
          paragraph('Call 112. If you cannot speak freely, stay on the line and answer as well as you can.'),
          heading('If you would like to talk to somebody'),
          paragraph(
            'Call ',
            helpline('Kvinnofridslinjen on 020-50 50 50'),
            '. It is free, you may remain anonymous, and the call does not show on the phone bill.',
          ),
          heading('Think of the traces on the phone'),
          list(
            'Delete the call from the list of calls.',
            'Use the button that quickly leaves the page, and clear the history of the browser.',
            'Borrow a phone from somebody you trust, if you can.',
          ),
        ),
      },
    },
  },
]
