import type { Entry } from '../../archive/pure/model.js'
import { inOrder, listed, newestFirst, pageOf, type Listed } from '../page.js'
import type { Paging } from '../lists.js'
import { mapMaybe } from '../maybe.js'
import { isBehind, serve, titleOf, type Served } from '../served.js'
import { addressedOf } from '../addressed.js'
import { pageCost, pagingArgs, RecordConnection } from './connections.js'
import { DocumentKindEnum, PublicationEnum, WithdrawnAsEnum } from './enums.js'
import {
  DocumentInterface,
  LocationType,
  NodeInterface,
  RecordType,
  TakenDownType,
  type RecordAnswer,
} from './types.js'

NodeInterface.implement({
  description: 'Whatever has an id of its own.',
  fields: (t) => ({ id: t.exposeID('id') }),
})

DocumentInterface.implement({
  description: 'What editors publish. Where it is sealed or gone its content is null, and takenDown tells why.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    documentKind: t.expose('kind', { type: DocumentKindEnum }),
    slug: t.string({
      nullable: true,
      description: 'The address name at the moment asked about.',
      resolve: slugOf,
    }),
    pageUrl: t.string({
      description: 'Where people read it: on its county’s site, or here.',
      resolve: (served, _args, { addresses }) => mapMaybe(addressedOf(served), (one) => addresses.document(one)),
    }),
    language: t.expose('language', {
      type: 'Language',
      nullable: true,
      description: 'The language that is served. Put it into `lang`.',
    }),
    releasedLanguages: t.field({
      type: ['Language'],
      description: 'The languages in which it was released.',
      resolve: ({ snapshot }) => Object.keys(snapshot?.languages ?? {}) as Served['scope']['language'][],
    }),
    translationIsBehind: t.boolean({
      description: 'Whether the Swedish text has changed since this translation was made.',
      resolve: isBehind,
    }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'The moment of this answer.',
      resolve: ({ scope }) => scope.view.knownAt,
    }),
    publication: t.field({
      type: PublicationEnum,
      nullable: true,
      description: 'Null where this archive did not know the document at that moment.',
      resolve: ({ found }) => found?.publication ?? null,
    }),
    takenDown: t.field({
      type: TakenDownType,
      nullable: true,
      description: 'Why, and since when, it is withdrawn or sealed. Null while it is public.',
      resolve: (served) => {
        const entry = takenDownBy(served)
        return entry ? { entry, served } : null
      },
    }),
    movedTo: t.field({
      type: LocationType,
      nullable: true,
      description: 'Where it is found now, if that is another address than the one asked for.',
      resolve: (served) => {
        const slug = served.scope.view.today(served.id)
        const now = slug && !slug.seal ? (slug.published.record.index?.slug ?? null) : null
        return now === null || (now === slugOf(served) && (served.askedSlug ?? now) === now)
          ? null
          : { served, slug: now }
      },
    }),
    history: t.field({
      type: RecordConnection,
      args: pagingArgs,
      complexity: pageCost,
      description: 'What was done with it, newest first, as far as the public could see at the moment asked about.',
      resolve: ({ id, scope: { view } }, paging) =>
        historyPage(view.history(id), paging, (entry) => recordAnswer(entry, view)),
    }),
  }),
})

export const recordAnswer = (entry: Entry, view: RecordAnswer['view']): RecordAnswer => ({
  __typename: 'Record',
  id: entry.record.id,
  entry,
  view,
})

function historyPage<T>(entries: readonly Entry[], paging: Paging, answer: (entry: Entry) => T): Listed<T> {
  const items = entries.map((entry) => ({
    node: answer(entry),
    id: entry.record.id,
    key: `${entry.publicFrom}/${String(entry.seq).padStart(12, '0')}`,
  }))
  return listed(pageOf(inOrder(items, newestFirst), newestFirst, paging))
}

/** The record that took the document down, where it is not public. */
function takenDownBy({ found }: Served): Entry | null {
  if (!found || found.publication === 'PUBLIC') return null
  return found.seal ?? found.entry
}

/** A sealed document's own address may tell what is to be hidden. */
const slugOf = ({ found, askedSlug }: Served): string | null =>
  found && !found.seal ? (found.published.record.index?.slug ?? null) : askedSlug

TakenDownType.implement({
  description: 'The act that took a document down.',
  fields: (t) => ({
    reason: t.string({ nullable: true, resolve: ({ entry }) => entry.record.note }),
    since: t.field({ type: 'DateTime', resolve: ({ entry }) => entry.publicFrom }),
    shownAs: t.field({
      type: WithdrawnAsEnum,
      nullable: true,
      description: 'Null where it is sealed.',
      resolve: ({ entry }) => entry.record.withdrawal?.shownAs ?? null,
    }),
    redirectTo: t.field({
      type: LocationType,
      nullable: true,
      resolve: ({ entry, served: { scope } }) => {
        const id = entry.record.withdrawal?.redirectTo
        const target = id ? scope.view.document(id) : undefined
        if (!target || target.publication !== 'PUBLIC') return null
        return mapMaybe(serve(target, scope), (served) => ({
          served,
          slug: target.published.record.index?.slug ?? null,
        }))
      },
    }),
    record: t.field({ type: RecordType, resolve: ({ entry, served }) => recordAnswer(entry, served.scope.view) }),
  }),
})

LocationType.implement({
  description: 'Where a document is found.',
  fields: (t) => ({
    id: t.id({ resolve: ({ served }) => served.id }),
    kind: t.field({ type: DocumentKindEnum, resolve: ({ served }) => served.kind }),
    slug: t.exposeString('slug', { nullable: true }),
    title: t.string({ nullable: true, resolve: ({ served }) => titleOf(served) || null }),
    url: t.string({
      resolve: ({ served, slug }, _args, { addresses }) =>
        mapMaybe(addressedOf(served), (one) => addresses.document({ ...one, slug })),
    }),
  }),
})
