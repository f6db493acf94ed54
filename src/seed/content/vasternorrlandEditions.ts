import { ref } from '../reference.js'
import type { Item } from './model.js'
import { editionOf2014, editionOf2018, editionOf2022, editionOf2022InEnglish } from './vasternorrlandEditionTexts.js'
import { partiesOf2013, partiesOf2018, partiesOf2022 } from './vasternorrlandParties.js'

const strategy = ref('strategy/vasternorrland/vald')

/**
 * The three editions, with dates as exact as their sources are and no more. None supersedes another: each had already
 * ended by its own date when the next began, and what lies between them is a gap.
 */
export const vasternorrlandEditions: readonly Item[] = [
  {
    key: 'edition/vasternorrland/vald/1',
    collection: 'editions',
    natural: { strategy, number: 1 },
    facts: {
      owner: 'vasternorrland',
      label: '2014–2016',
      validFrom: '2014',
      validThrough: '2016',
      parties: partiesOf2013,
      priorPublication: [
        {
          date: '2013',
          note:
            'Länsstyrelsens sida om våld i nära relationer berättade att strategin hade tagits fram under 2013 av tretton ' +
            'parter, och länkade till den. Vilken dag sidan lades ut är inte känt.',
        },
        {
          date: '2017',
          url: 'https://www.ange.se/omsorg-och-hjalp/folkhalsa-och-trygghet/forebyggande-arbete-mot-vald-i-nara-relationer-.html',
          note:
            'En kommun i länet visade strategin som den aktuella, ”under omarbetning”, med en ny väntad i december 2017. ' +
            'Giltigheten hade då gått ut.',
        },
      ],
    },
    texts: {
      sv: { title: 'Länsstrategi för arbetet mot våld i nära relationer i Västernorrland', body: editionOf2014 },
    },
    documents: [
      { file: ref('media/vasternorrland/vald-2014.pdf'), title: { sv: 'Länsstrategi 2014–2016 (PDF, demonstration)' } },
    ],
  },
  {
    key: 'edition/vasternorrland/vald/2',
    collection: 'editions',
    natural: { strategy, number: 2 },
    facts: {
      owner: 'vasternorrland',
      label: '2018–2021',
      validFrom: '2018',
      validThrough: '2021',
      parties: partiesOf2018,
      priorPublication: [
        {
          date: '2018',
          url: 'https://nck.uu.se/kunskapsbanken/medverkande-myndigheter/?id=25',
          note:
            'Finns med bland Länsstyrelsen Västernorrlands publikationer i Nationellt centrum för kvinnofrids ' +
            'kunskapsbank, med titel och år. Vilken dag den först lades ut är inte känt.',
        },
      ],
    },
    texts: {
      sv: { title: 'Regional strategi – mäns våld mot kvinnor och våld i nära relationer', body: editionOf2018 },
    },
    documents: [
      {
        file: ref('media/vasternorrland/vald-2018.pdf'),
        title: { sv: 'Regional strategi 2018–2021 (PDF, demonstration)' },
      },
    ],
  },
  {
    key: 'edition/vasternorrland/vald/3',
    collection: 'editions',
    natural: { strategy, number: 3 },
    facts: {
      owner: 'vasternorrland',
      label: '2022–2024',
      validFrom: '2022-03',
      validThrough: '2024',
      decision: { body: 'Parterna gemensamt, genom undertecknande', date: '2022-03' },
      parties: partiesOf2022,
      priorPublication: [
        {
          date: '2022-03',
          url: 'https://www.lansstyrelsen.se/vasternorrland/om-oss/nyheter-och-press/nyheter---vasternorrland/2022-03-21-kraftsamling-mot-valdet-i-vasternorrland.html',
          note: 'Länsstyrelsen berättade om undertecknandet i en nyhet på sin webbplats.',
        },
      ],
    },
    texts: {
      sv: {
        title: 'Handlingsplan mot mäns våld mot kvinnor och våld i nära relationer i Västernorrland',
        body: editionOf2022,
      },
      en: {
        title: 'Action plan against men’s violence against women and violence in close relationships in Västernorrland',
        body: editionOf2022InEnglish,
      },
    },
    documents: [
      {
        file: ref('media/vasternorrland/vald-2022.pdf'),
        title: {
          sv: 'Handlingsplan 2022–2024 (PDF, demonstration)',
          en: 'Action plan 2022–2024 (PDF in Swedish, demonstration)',
        },
      },
    ],
  },
]
