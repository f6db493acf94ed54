import { documentLink, heading, italic, list, numberedList, paragraph, richText } from '../lexical.js'
import { ref } from '../reference.js'
import type { Item } from './model.js'

const owner = 'gavleborg'
const strategyKey = 'strategy/gavleborg/krisberedskap'
const topics = [ref('topic/gavleborg/krisberedskap')]
const madeUp = paragraph(italic('Innehållet är påhittat och visar hur ett län kan använda Länskällan.'))
const madeUpInEnglish = paragraph(italic('This content is made up and shows how a county may use Länskällan.'))

export const gavleborgEditionText = richText(
  madeUp,
  heading('Inriktning'),
  paragraph(
    'Länets myndigheter, kommuner och föreningar ska kunna hantera en allvarlig störning tillsammans, från första timmen.',
  ),
  heading('Tre mål'),
  numberedList(
    'Alla vet vem de ska ringa, och någon svarar.',
    'Länet har en gemensam lägesbild inom två timmar.',
    'Information till allmänheten är samstämmig, och finns på de språk som behövs.',
  ),
  heading('Övning'),
  paragraph('Strategin övas en gång om året. Efter varje övning ses den över.'),
)

export const gavleborg: readonly Item[] = [
  {
    key: 'topic/gavleborg/krisberedskap',
    collection: 'topics',
    natural: { owner, slug: 'krisberedskap' },
    facts: { sensitive: false, contacts: [ref('contact/gavleborg/beredskap'), ref('contact/112')] },
    texts: {
      sv: {
        title: 'Krisberedskap',
        intro:
          'När något allvarligt händer måste många hjälpas åt. Länsstyrelsen ser till att de har övat tillsammans.',
        body: richText(
          madeUp,
          heading('Vad Länsstyrelsen gör'),
          list(
            'håller samman länets planering inför översvämning, skogsbrand, storm och avbrott i el och tele',
            'ordnar övningar med kommuner, region, polis och frivilliga',
            'samordnar informationen till allmänheten när något har hänt.',
          ),
          heading('Vad du själv kan göra'),
          paragraph('Ha vatten, mat, värme och en radio hemma så att du klarar dig en vecka. Vid fara: ring 112.'),
          paragraph(
            'Länets arbete beskrivs i ',
            documentLink('strategies', strategyKey, 'strategin för krisberedskap'),
            '.',
          ),
        ),
      },
      en: {
        title: 'Crisis preparedness',
        intro:
          'When something serious happens, many have to help. The County Administrative Board sees to it that they have practised together.',
        body: richText(
          madeUpInEnglish,
          heading('What the County Administrative Board does'),
          list(
            'keeps together the county’s planning for floods, forest fires, storms and failures of power and telephones',
            'arranges exercises with municipalities, the region, the police and volunteers',
            'coordinates the information to the public when something has happened.',
          ),
          heading('What you can do yourself'),
          paragraph(
            'Keep water, food, warmth and a radio at home, so that you can manage for a week. In danger, call 112.',
          ),
          paragraph(
            'The county’s work is described in ',
            documentLink('strategies', strategyKey, 'the strategy for crisis preparedness'),
            '.',
          ),
        ),
      },
    },
  },
  {
    key: strategyKey,
    collection: 'strategies',
    natural: { owner, slug: 'krisberedskap' },
    facts: {
      topics,
      underRevision: true,
      followedUpBy: { body: 'Länets krishanteringsråd', contact: ref('contact/gavleborg/beredskap') },
    },
    texts: {
      sv: {
        title: 'Strategi för krisberedskap i Gävleborg',
        summary:
          'Så ska länet kunna hantera allvarliga störningar tillsammans. Strategin är påhittad och gäller tills vidare.',
        revisionNote: 'Strategin ses över efter den senaste övningen. Den gäller tills en ny utgåva är beslutad.',
      },
      en: {
        title: 'Strategy for crisis preparedness in Gävleborg',
        summary:
          'How the county is to manage serious disruptions together. The strategy is made up and applies until further notice.',
        revisionNote:
          'The strategy is being reviewed after the latest exercise. It applies until a new edition is decided.',
      },
    },
  },
  {
    key: 'edition/gavleborg/krisberedskap/1',
    collection: 'editions',
    natural: { strategy: ref(strategyKey), number: 1 },
    facts: {
      owner,
      label: '2024 och tills vidare',
      validFrom: '2024-01-01',
      decision: { body: 'Länsstyrelsen Gävleborg', date: '2023-11' },
      parties: [
        { name: 'Länsstyrelsen Gävleborg', kind: 'county-board', role: 'Beslutande', adoptedOn: '2023-11' },
        { name: 'Region Gävleborg', kind: 'region', role: 'Samverkande' },
      ],
    },
    texts: {
      sv: { title: 'Strategi för krisberedskap i Gävleborg, första utgåvan', body: gavleborgEditionText },
      en: {
        title: 'Strategy for crisis preparedness in Gävleborg, first edition',
        body: richText(
          madeUpInEnglish,
          heading('Direction'),
          paragraph(
            'The authorities, municipalities and associations of the county must be able to manage a serious disruption together, from the first hour.',
          ),
          heading('Three goals'),
          numberedList(
            'Everybody knows whom to call, and somebody answers.',
            'The county has a shared picture of the situation within two hours.',
            'Information to the public agrees, and is given in the languages that are needed.',
          ),
          heading('Exercises'),
          paragraph('The strategy is practised once a year. After every exercise it is reviewed.'),
        ),
      },
    },
    documents: [
      {
        file: ref('media/gavleborg/krisberedskap.pdf'),
        title: {
          sv: 'Strategi för krisberedskap (PDF, demonstration)',
          en: 'Strategy for crisis preparedness (PDF in Swedish, demonstration)',
        },
      },
    ],
  },
  {
    key: 'news/gavleborg/ovning',
    collection: 'news',
    natural: { owner, slug: 'lanet-ovar-langt-stromavbrott' },
    facts: { importance: 'ordinary', topics },
    texts: {
      sv: {
        title: 'Länet övar ett långt strömavbrott',
        lead: 'Under en dag låtsas kommuner, region och räddningstjänst att strömmen har varit borta i tre dygn.',
        body: richText(
          madeUp,
          paragraph(
            'Övningen prövar om reservkraften räcker, om informationen når fram och om länets parter hittar varandra.',
          ),
          paragraph('Ingen ström bryts på riktigt, och 112 fungerar som vanligt.'),
        ),
      },
      en: {
        title: 'The county practises a long power failure',
        lead: 'For one day, municipalities, region and rescue services pretend that the power has been gone for three days.',
        body: richText(
          madeUpInEnglish,
          paragraph(
            'The exercise tests whether backup power lasts, whether information gets through and whether the parties of the county find each other.',
          ),
          paragraph('No power is really cut, and 112 works as usual.'),
        ),
      },
    },
  },
]
