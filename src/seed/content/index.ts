import { contacts } from './contacts.js'
import { gavleborg } from './gavleborg.js'
import type { Item } from './model.js'
import { national } from './national.js'
import { vasternorrlandEditions } from './vasternorrlandEditions.js'
import { vasternorrlandNews } from './vasternorrlandNews.js'
import { vasternorrlandStrategy } from './vasternorrlandStrategy.js'
import { vasternorrlandTopic } from './vasternorrlandTopic.js'

export { demoCounties } from './counties.js'
export { media } from './media.js'
export { websites } from './websites.js'

const all: readonly Item[] = [
  ...contacts,
  vasternorrlandTopic,
  vasternorrlandStrategy,
  ...vasternorrlandEditions,
  ...vasternorrlandNews,
  ...gavleborg,
  ...national,
]

const order = ['contacts', 'topics', 'strategies', 'editions', 'news'] as const

/** The demo content, what is referred to before what refers to it. */
export const items: readonly Item[] = order.flatMap((collection) =>
  all.filter((item) => item.collection === collection),
)
