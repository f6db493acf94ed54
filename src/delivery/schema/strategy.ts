import { allMaybe, mapMaybe } from '../maybe.js'
import { factsOf, publicOnes, textsOf } from '../served.js'
import { editionsOf, priorPublication, resolveStrategy, serveEdition } from '../editions.js'
import { dayOf, type Scope } from '../scope.js'
import { builder } from './builder.js'
import { countiesOf, ownerOf } from './county.js'
import { CertaintyEnum, ResolutionStateEnum } from './enums.js'
import {
  ContactType,
  CountyType,
  DocumentInterface,
  EditionType,
  NodeInterface,
  PriorPublicationType,
  ResolutionType,
  StrategyType,
  TopicType,
} from './types.js'

const FollowedUpBy = builder
  .objectRef<{ body: string; contact: string | null; scope: Scope }>('FollowedUpBy')
  .implement({
    description: 'Who follows the strategy up.',
    fields: (t) => ({
      body: t.exposeString('body'),
      contact: t.field({
        type: ContactType,
        nullable: true,
        resolve: ({ contact, scope }) => publicOnes<'contact'>(scope, contact === null ? [] : [contact])[0] ?? null,
      }),
    }),
  })

StrategyType.implement({
  description:
    'The lasting work, as a county’s strategy against violence in close relationships; its decided texts are editions.',
  interfaces: [DocumentInterface, NodeInterface],
  fields: (t) => ({
    title: t.string({ nullable: true, resolve: (strategy) => textsOf(strategy)?.title ?? null }),
    summary: t.string({ nullable: true, resolve: (strategy) => textsOf(strategy)?.summary ?? null }),
    county: t.field({
      type: CountyType,
      nullable: true,
      description: 'The county that owns it. Null for a national one.',
      resolve: ownerOf,
    }),
    counties: t.field({
      type: [CountyType],
      description: 'The counties whose sites show it.',
      resolve: countiesOf,
    }),
    topics: t.field({
      type: [TopicType],
      resolve: (strategy) => allMaybe(publicOnes<'topic'>(strategy.scope, factsOf(strategy)?.topics ?? [])),
    }),
    underRevision: t.boolean({ resolve: (strategy) => factsOf(strategy)?.underRevision ?? false }),
    revisionNote: t.string({
      nullable: true,
      resolve: (strategy) => textsOf(strategy)?.revisionNote ?? null,
    }),
    followedUpBy: t.field({
      type: FollowedUpBy,
      nullable: true,
      resolve: (strategy) => {
        const followed = factsOf(strategy)?.followedUpBy
        return followed ? { ...followed, scope: strategy.scope } : null
      },
    }),
    inForce: t.field({
      type: ResolutionType,
      description:
        'Which edition is in force on a day: by default the one asked of the strategy, else today in Sweden.',
      args: { validAt: t.arg({ type: 'Date' }) },
      complexity: 5,
      resolve: (strategy, { validAt }) =>
        resolveStrategy(strategy.scope, strategy.id, validAt ?? dayOf(strategy.scope)),
    }),
    editions: t.field({
      type: [EditionType],
      description: 'All that were known at the moment asked about, by number. Withdrawn and sealed ones say so.',
      resolve: ({ scope, id, found }) =>
        found ? mapMaybe(editionsOf(scope, id), (all) => allMaybe(all.map((one) => serveEdition(scope, one)))) : [],
    }),
  }),
})

ResolutionType.implement({
  description: 'How a strategy stands on a day. A gap never returns the edition that has expired.',
  fields: (t) => ({
    state: t.field({ type: ResolutionStateEnum, resolve: ({ resolution }) => resolution.state }),
    certainty: t.field({ type: CertaintyEnum, resolve: ({ resolution }) => resolution.certainty }),
    validAt: t.field({ type: 'Date', resolve: ({ day }) => day }),
    knownAt: t.field({ type: 'DateTime', resolve: ({ scope }) => scope.view.knownAt }),
    editions: t.field({
      type: [EditionType],
      description: 'Those in force: one, unless several apply together.',
      resolve: ({ resolution, scope }) => allMaybe(resolution.editions.map((one) => serveEdition(scope, one))),
    }),
    previous: t.field({
      type: EditionType,
      nullable: true,
      resolve: ({ resolution, scope }) => resolution.previous && serveEdition(scope, resolution.previous),
    }),
    next: t.field({
      type: EditionType,
      nullable: true,
      resolve: ({ resolution, scope }) => resolution.next && serveEdition(scope, resolution.next),
    }),
    explanation: t.string({
      description: 'One plain sentence: in English where English is asked for, else in Swedish.',
      resolve: ({ resolution, scope }) =>
        scope.language === 'en' ? resolution.explanation.en : resolution.explanation.sv,
    }),
    priorPublication: t.field({
      type: [PriorPublicationType],
      description: 'For NOT_KNOWN_YET: where it was public before this archive, as is known today.',
      resolve: ({ resolution, strategy }, _args, { viewAt }) =>
        resolution.state === 'NOT_KNOWN_YET' ? priorPublication(viewAt(null), strategy) : [],
    }),
  }),
})

PriorPublicationType.implement({
  description: 'Evidence that a text was public elsewhere before this archive knew it.',
  fields: (t) => ({
    edition: t.exposeString('edition', { description: 'The label of the edition.' }),
    date: t.expose('date', { type: 'EdtfDate' }),
    url: t.exposeString('url', { nullable: true }),
    note: t.exposeString('note', { nullable: true }),
  }),
})
