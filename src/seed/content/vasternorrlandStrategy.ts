import { ref } from '../reference.js'
import type { Item } from './model.js'

export const vasternorrlandStrategy: Item = {
  key: 'strategy/vasternorrland/vald',
  collection: 'strategies',
  natural: { owner: 'vasternorrland', slug: 'vald-i-nara-relationer' },
  facts: {
    topics: [ref('topic/vasternorrland/vald')],
    underRevision: false,
    followedUpBy: {
      body: 'Regionala samverkansgruppen',
      contact: ref('contact/vasternorrland/samverkansgruppen'),
    },
  },
  texts: {
    sv: {
      title: 'Länsstrategi mot våld i nära relationer i Västernorrland',
      summary:
        'Sedan 2013 samlar länets myndigheter sitt arbete mot våld i nära relationer i en gemensam strategi. Den första ' +
        'utgåvan togs fram av tretton parter under 2013 och gällde 2014–2016. Den andra gällde 2018–2021. I mars 2022 ' +
        'undertecknades den tredje, en handlingsplan med tretton prioriterade åtgärder till och med 2024. Den regionala ' +
        'samverkansgruppen följer upp arbetet och Länsstyrelsen samordnar.',
    },
    en: {
      title: 'County strategy against violence in close relationships in Västernorrland',
      summary:
        'Since 2013 the authorities of the county have gathered their work against violence in close relationships in a ' +
        'joint strategy. The first edition was drawn up by thirteen parties during 2013 and applied 2014–2016. The ' +
        'second applied 2018–2021. In March 2022 the third was signed, an action plan with thirteen prioritised measures ' +
        'through 2024. The regional cooperation group follows up the work and the County Administrative Board coordinates.',
    },
  },
}
