import { allMaybe } from '../maybe.js'
import { factsOf, publicOnes, textsOf } from '../served.js'
import { countiesOf } from './county.js'
import { ImportanceEnum } from './enums.js'
import {
  CountyType,
  DocumentInterface,
  ImageType,
  NewsItemType,
  NodeInterface,
  RichTextType,
  TopicType,
} from './types.js'

NewsItemType.implement({
  interfaces: [DocumentInterface, NodeInterface],
  fields: (t) => ({
    title: t.string({ nullable: true, resolve: (news) => textsOf(news)?.title ?? null }),
    lead: t.string({ nullable: true, resolve: (news) => textsOf(news)?.lead ?? null }),
    body: t.field({
      type: RichTextType,
      nullable: true,
      resolve: (news) => {
        const texts = textsOf(news)
        return texts && { blocks: texts.body, served: news }
      },
    }),
    image: t.field({
      type: ImageType,
      nullable: true,
      resolve: (news) => {
        const image = factsOf(news)?.image
        return image ? { image, served: news } : null
      },
    }),
    topics: t.field({
      type: [TopicType],
      resolve: (news) => allMaybe(publicOnes<'topic'>(news.scope, factsOf(news)?.topics ?? [])),
    }),
    counties: t.field({
      type: [CountyType],
      description: 'The counties whose sites show it.',
      resolve: countiesOf,
    }),
    importance: t.field({
      type: ImportanceEnum,
      nullable: true,
      resolve: (news) => factsOf(news)?.importance ?? null,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it could first be read here.',
      resolve: ({ found }) => found?.firstPublicFrom ?? null,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it came to read as it does.',
      resolve: ({ found }) => found?.published.publicFrom ?? null,
    }),
    originallyPublished: t.field({
      type: 'EdtfDate',
      nullable: true,
      description: 'When it was first published, where that was somewhere else.',
      resolve: (news) => factsOf(news)?.originallyPublished ?? null,
    }),
    shownUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'From then on it is left out of lists.',
      resolve: (news) => factsOf(news)?.shownUntil ?? null,
    }),
    related: t.field({
      type: [NewsItemType],
      resolve: (news) => allMaybe(publicOnes<'news'>(news.scope, factsOf(news)?.related ?? [])),
    }),
  }),
})
