import { ServiceError } from '../../errors.js'
import {
  counties,
  countyBySlug,
  DEFAULT_LANGUAGE,
  NATIONAL,
  type DocumentKind,
  type LanguageCode,
} from '../../vocabulary.js'
import type { Found, View } from '../../archive/read/view.js'
import { compareRecords } from '../comparison/compared.js'
import { createScope, type DeliveryContext, type Scope } from '../scope.js'
import { serve, servedBefore, type Served } from '../served.js'
import { builder } from './builder.js'
import { EditionDiffType } from './comparison.js'
import { countyAnswer } from './county.js'
import { recordAnswer } from './document.js'
import { LogType } from './log.js'
import { ContactType, CountyType, NewsItemType, NodeInterface, RecordType, StrategyType, TopicType } from './types.js'

const momentArgs = builder.args((t) => ({
  knownAt: t.field({
    type: 'DateTime',
    description: 'What the public could read here at that moment. Now, when left out.',
  }),
  language: t.field({
    type: 'Language',
    description: 'Swedish when left out, and where there is no such translation.',
  }),
}))
const addressArgs = builder.args((t) => ({
  county: t.string({ required: true, description: 'The slug of the county whose site asks.' }),
  slug: t.string({ required: true }),
}))

interface Moment {
  knownAt?: string | null | undefined
  language?: LanguageCode | null | undefined
}

interface Address extends Moment {
  county: string
  slug: string
}

const scopeOf = (
  { viewAt, trace }: DeliveryContext,
  { knownAt, language }: Moment,
  county: string,
  validAt: string | null = null,
): Scope =>
  createScope({
    view: viewAt(knownAt ?? null),
    language: language ?? DEFAULT_LANGUAGE,
    county,
    validAt,
    isNow: knownAt == null,
    trace,
  })

function mustBeCounty(slug: string): string {
  if (countyBySlug.has(slug)) return slug
  const near = counties.map((one) => one.slug).join(', ')
  throw new ServiceError('BAD_INPUT', {
    sv: `Det finns inget län "${slug.slice(0, 50)}". Län: ${near}.`,
    en: `There is no county "${slug.slice(0, 50)}". Counties: ${near}.`,
  })
}

function byAddress<K extends DocumentKind>(
  kind: K,
  context: DeliveryContext,
  { county, slug, ...moment }: Address,
  validAt: string | null = null,
): Served<K> | Promise<Served<K>> | null {
  const scope = scopeOf(context, moment, mustBeCounty(county), validAt)
  const found = scope.view.bySlug(kind, county, slug)
  return found ? serve<K>(found, scope, slug) : null
}

/** A strategy that this archive came to know later than the moment is answered with the evidence of its earlier life. */
function strategyBefore(context: DeliveryContext, args: Address, validAt: string | null): Served<'strategy'> | null {
  const later = context.viewAt(null).bySlug('strategy', args.county, args.slug)
  if (!later || later.seal) return null
  const scope = scopeOf(context, args, args.county, validAt)
  return servedBefore(later.id, scope, args.slug)
}

builder.queryType({
  fields: (t) => ({
    counties: t.field({
      type: [CountyType],
      args: momentArgs,
      description: 'The 21 counties, in the order of their official codes.',
      complexity: { field: 1, multiplier: counties.length },
      resolve: (_root, args, context) => {
        const scope = scopeOf(context, args, NATIONAL)
        return counties.map((county) => countyAnswer(county, scope))
      },
    }),
    county: t.field({
      type: CountyType,
      nullable: true,
      args: { slug: t.arg.string({ required: true }), ...momentArgs },
      resolve: (_root, { slug, ...moment }, context) => {
        const county = countyBySlug.get(slug)
        return county ? countyAnswer(county, scopeOf(context, moment, slug)) : null
      },
    }),
    topic: t.field({
      type: TopicType,
      nullable: true,
      args: { ...addressArgs, ...momentArgs },
      resolve: (_root, args, context) => byAddress('topic', context, args),
    }),
    strategy: t.field({
      type: StrategyType,
      nullable: true,
      args: {
        ...addressArgs,
        validAt: t.arg({
          type: 'Date',
          description: 'The day for which inForce and validity answer. The date in Sweden at knownAt, when left out.',
        }),
        ...momentArgs,
      },
      resolve: (_root, { validAt, ...args }, context) =>
        byAddress('strategy', context, args, validAt ?? null) ?? strategyBefore(context, args, validAt ?? null),
    }),
    newsItem: t.field({
      type: NewsItemType,
      nullable: true,
      args: { ...addressArgs, ...momentArgs },
      resolve: (_root, args, context) => byAddress('news', context, args),
    }),
    contact: t.field({
      type: ContactType,
      nullable: true,
      args: { id: t.arg.id({ required: true }), ...momentArgs },
      resolve: (_root, { id, ...moment }, context) => {
        const scope = scopeOf(context, moment, NATIONAL)
        const found = scope.view.document(id)
        return found?.kind === 'contact' ? serve<'contact'>(found, atOwner(scope, found)) : null
      },
    }),
    record: t.field({
      type: RecordType,
      nullable: true,
      args: { id: t.arg.id({ required: true }), knownAt: momentArgs.knownAt },
      resolve: (_root, { id, ...moment }, context) => recordIn(scopeOf(context, moment, NATIONAL).view, id),
    }),
    compareRecords: t.field({
      type: EditionDiffType,
      args: {
        from: t.arg.id({ required: true, description: 'The older record; one that published a text.' }),
        to: t.arg.id({ required: true, description: 'The newer one, of the same kind of document.' }),
        language: momentArgs.language,
      },
      description: 'What tells two editions, or two versions of any document, apart.',
      complexity: 2_000,
      resolve: (_root, { from, to, language }, context) =>
        compareRecords(scopeOf(context, { language }, NATIONAL), context.budget, from, to),
    }),
    log: t.field({
      type: LogType,
      description: 'The log of all records, and what proves it.',
      resolve: (_root, _args, { log }) => log(),
    }),
    node: t.field({
      type: NodeInterface,
      nullable: true,
      args: { id: t.arg.id({ required: true }), ...momentArgs },
      resolve: (_root, { id, ...moment }, context) => {
        const scope = scopeOf(context, moment, NATIONAL)
        const county = countyBySlug.get(id)
        if (county) return countyAnswer(county, scope)
        const found = scope.view.document(id)
        return found ? serve(found, atOwner(scope, found)) : recordIn(scope.view, id)
      },
    }),
  }),
})

/** Who is asked for by id is shown as on its owner's own site. */
const atOwner = (scope: Scope, found: Found): Scope =>
  createScope({ ...scope, county: found.published.record.document.owner })

function recordIn(view: View, id: string) {
  const entry = view.record(id)
  return entry ? recordAnswer(entry, view) : null
}
