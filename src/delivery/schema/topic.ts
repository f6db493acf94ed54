import { contactsOfTopic } from '../contactsOfTopic.js'
import { newsPage, strategiesPage } from '../lists.js'
import { factsOf, textsOf } from '../served.js'
import { NewsItemConnection, pageCost, pagingArgs, StrategyConnection } from './connections.js'
import { countiesOf } from './county.js'
import { ImportanceEnum } from './enums.js'
import { ContactType, CountyType, DocumentInterface, NodeInterface, RichTextType, TopicType } from './types.js'

TopicType.implement({
  description: 'A topic page, as "Våld i nära relationer", with its strategies, news and contacts.',
  interfaces: [DocumentInterface, NodeInterface],
  fields: (t) => ({
    title: t.string({ nullable: true, resolve: (topic) => textsOf(topic)?.title ?? null }),
    neutralTitle: t.string({
      nullable: true,
      description: 'What a sensitive page should be called in the reader’s tabs and history.',
      resolve: (topic) => textsOf(topic)?.neutralTitle ?? null,
    }),
    intro: t.string({ nullable: true, resolve: (topic) => textsOf(topic)?.intro ?? null }),
    body: t.field({
      type: RichTextType,
      nullable: true,
      resolve: (topic) => {
        const texts = textsOf(topic)
        return texts && { blocks: texts.body, served: topic }
      },
    }),
    sensitive: t.boolean({
      description: 'Whether the page should offer a quick exit.',
      resolve: (topic) => factsOf(topic)?.sensitive ?? false,
    }),
    quickExitUrl: t.string({ nullable: true, resolve: (topic) => factsOf(topic)?.quickExitUrl ?? null }),
    counties: t.field({
      type: [CountyType],
      description: 'The counties whose sites show it.',
      resolve: countiesOf,
    }),
    contacts: t.field({
      type: [ContactType],
      description: 'In the order that its editors chose.',
      resolve: (topic) => (topic.snapshot ? contactsOfTopic(topic.scope, topic.id) : []),
    }),
    strategies: t.field({
      type: StrategyConnection,
      args: pagingArgs,
      complexity: pageCost,
      resolve: (topic, paging) => strategiesPage(topic.scope, topic.id, paging),
    }),
    news: t.field({
      type: NewsItemConnection,
      description: 'Newest first.',
      args: { importance: t.arg({ type: ImportanceEnum }), ...pagingArgs },
      complexity: pageCost,
      resolve: (topic, { importance, ...paging }) =>
        newsPage(topic.scope, { ...paging, importance: importance ?? null, topic: topic.id }),
    }),
  }),
})
