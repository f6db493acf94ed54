import type { Served } from '../served.js'
import { contactsOfTopic } from '../contactsOfTopic.js'
import { counties, countyBySlug, type County } from '../../vocabulary.js'
import { newsPage, serveTitled, strategiesPage } from '../lists.js'
import { createScope, type Scope } from '../scope.js'
import { builder } from './builder.js'
import { NewsItemConnection, pageCost, pagingArgs, StrategyConnection } from './connections.js'
import { ImportanceEnum } from './enums.js'
import { ContactType, CountyType, NodeInterface, TopicType, type CountyAnswer } from './types.js'

export const countyAnswer = (county: County, scope: Omit<Scope, 'county'>): CountyAnswer => ({
  __typename: 'County',
  id: county.slug,
  county,
  scope: createScope({ ...scope, county: county.slug }),
})

/** The counties whose pages show a document. */
export function countiesOf({ found, scope }: Served): CountyAnswer[] {
  const document = found?.published.record.document
  if (!document) return []
  const isShownIn = ({ slug }: County): boolean =>
    document.owner === slug || document.audience === 'all' || document.audience.includes(slug)
  return counties.filter(isShownIn).map((county) => countyAnswer(county, scope))
}

export function ownerOf({ found, scope }: Served): CountyAnswer | null {
  const county = countyBySlug.get(found?.published.record.document.owner ?? scope.county)
  return county ? countyAnswer(county, scope) : null
}

const topicArg = builder.args((t) => ({ topic: t.string({ description: 'Only of the topic with this slug.' }) }))

/** @returns null for no topic asked for, undefined for one that the county does not show */
function topicId({ view, county }: Scope, slug: string | null | undefined): string | null | undefined {
  if (slug == null) return null
  const found = view.bySlug('topic', county, slug)
  return found?.publication === 'PUBLIC' ? found.id : undefined
}

/** A list of one topic is empty where the county shows no such topic. */
const ofTopic = (scope: Scope, slug: string | null | undefined): string | null => {
  const id = topicId(scope, slug)
  return id === undefined ? 'no such topic' : id
}

CountyType.implement({
  description:
    'One of the 21 counties, with what its site shows: its own, what is shared with it, and what is national.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    slug: t.string({ resolve: ({ county }) => county.slug }),
    code: t.string({ description: 'The county letter, as AB or Y.', resolve: ({ county }) => county.code }),
    name: t.string({ resolve: ({ county, scope }) => (scope.language === 'en' ? county.name.en : county.name.sv) }),
    topics: t.field({
      type: [TopicType],
      resolve: ({ scope }) => serveTitled<'topic'>(scope, 'topic'),
    }),
    strategies: t.field({
      type: StrategyConnection,
      args: { ...topicArg, ...pagingArgs },
      complexity: pageCost,
      resolve: ({ scope }, { topic, ...paging }) => strategiesPage(scope, ofTopic(scope, topic), paging),
    }),
    news: t.field({
      type: NewsItemConnection,
      description: 'Newest first.',
      args: { ...topicArg, importance: t.arg({ type: ImportanceEnum }), ...pagingArgs },
      complexity: pageCost,
      resolve: ({ scope }, { topic, importance, ...paging }) =>
        newsPage(scope, { ...paging, importance: importance ?? null, topic: ofTopic(scope, topic) }),
    }),
    contacts: t.field({
      type: [ContactType],
      description: 'By name; those of one topic in the order that its editors chose.',
      args: { ...topicArg },
      resolve: ({ scope }, { topic }) => {
        const id = topicId(scope, topic)
        if (id === undefined) return []
        if (id !== null) return contactsOfTopic(scope, id)
        return serveTitled<'contact'>(scope, 'contact')
      },
    }),
  }),
})
