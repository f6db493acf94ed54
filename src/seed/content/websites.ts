import { demoCounties } from './counties.js'
import type { Fields } from './model.js'

/** Where the demo counties' pages would lie, so that links inside texts lead somewhere. */
export const websites: readonly Fields[] = demoCounties.map((county) => ({
  county,
  origins: [{ origin: `https://${county}.demo.lanskallan.example` }],
  paths: {
    topic: '/amnen/{slug}',
    strategy: '/strategier/{slug}',
    edition: '/strategier/{strategy}/{number}',
    news: '/nyheter/{slug}',
    contact: '/kontakt/{id}',
  },
}))
