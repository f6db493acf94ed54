import { ServiceError } from '../../errors.js'
import { NATIONAL, type DocumentKind } from '../../vocabulary.js'
import type { Entry, Instant, Sha256, SnapshotOf } from '../pure/model.js'
import { sealOver, standingAt, visibleAt, type Standing } from '../pure/resolve.js'
import { createPast, places, type Past } from './past.js'
import type { Place } from './places.js'
import type { ArchiveReader } from './reader.js'
import type { Shelf } from './shelf.js'

/** A document as it stands at the moment of a view. */
export interface Found extends Standing {
  id: string
  kind: DocumentKind
}

/** The archive at one moment. Past and present are one code path: now is only the default of `knownAt`. */
export interface View {
  knownAt: Instant
  document(id: string): Found | undefined
  /**
   * Who holds the address at the moment, else who held it last before; among them the county's own comes before what is
   * shared with it, and that before the national one.
   */
  bySlug(kind: DocumentKind, county: string, slug: string): Found | undefined
  /** What a county shows of a kind, public at the moment, in no order. The same list until something changes. */
  ofCounty(kind: DocumentKind, county: string): readonly Found[]
  ofTopic(kind: DocumentKind, topic: string, county: string): readonly Found[]
  /** Withdrawn editions too: they still supersede. */
  editionsOf(strategy: string): Found[]
  history(id: string): Entry[]
  record(id: string): Entry | undefined
  sealOf(entry: Entry): Entry | undefined
  /** At once where the text is public now, else when it has been read. */
  snapshot<K extends DocumentKind>(entry: Entry): SnapshotOf<K> | Promise<SnapshotOf<K>>
  /** The exact bytes of a snapshot, whose digest is in its record. */
  bytes(record: string): Promise<string>
  /** The same document as it stands today, for where a moved one is found. */
  today(id: string): Standing | undefined
  /** Works something out once for all who ask about now, until something that is public changes. */
  remember<T>(key: string, make: () => T): T
}

/** How far ahead of this instance's clock a moment may lie, in milliseconds. */
const AHEAD = 60_000

/**
 * A moment that this instance has not followed to is answered as of the last one that it has, and the view says which:
 * what was placed between them would change the answer later on.
 *
 * @param knownAt null for now
 * @throws ServiceError BAD_INPUT for a moment that lies more than a minute ahead
 */
function viewAt(shelf: Shelf, past: () => Past, knownAt: Instant | null, now = shelf.now()): View {
  if (knownAt !== null && Date.parse(knownAt) > Date.parse(now) + AHEAD) throw ahead(knownAt)
  const moment = knownAt === null ? now : earliestOf(knownAt, shelf.knownUntil() ?? now, now)

  const standingOf = (id: string): Found | undefined => {
    const entries = shelf.entriesOf(id)
    const standing = entries.length === 0 ? undefined : standingAt(entries, moment)
    if (!standing || isPersonalPast(shelf, standing.published)) return undefined
    const { kind } = standing.entry.record.document
    return kind === 'log' ? undefined : { ...standing, id, kind }
  }
  // What a view works out while it waits is kept with what it began with: something may be entered meanwhile.
  const room = shelf.roomAt(moment)
  const remember = <T>(key: string, make: () => T): T => {
    if (room.has(key)) return room.get(key) as T
    const made = make()
    room.set(key, made)
    return made
  }
  const standings = remember('standings', () => new Map<string, Found>())
  const document = (id: string): Found | undefined => {
    const known = standings.get(id)
    if (known) return known
    const standing = standingOf(id)
    // Ids that nobody has are not remembered: a reader could send any number of them.
    if (standing) standings.set(id, standing)
    return standing
  }
  const history = (id: string): Entry[] =>
    visibleAt(shelf.entriesOf(id), moment).filter((entry) => !isPersonalPast(shelf, entry))
  const found = (ids: Iterable<string>, isWanted: (one: Found) => boolean): Found[] => {
    const result: Found[] = []
    for (const id of ids) {
      const one = document(id)
      if (one && isWanted(one)) result.push(one)
    }
    return result
  }
  const isPublicIn =
    (county: string) =>
    (one: Found): boolean =>
      one.publication === 'PUBLIC' && isShownIn(one, county)

  return {
    knownAt: moment,
    document,
    bySlug: (kind, county, slug) => {
      const candidates = found(shelf.indexes.withSlug(kind, slug), (one) => isShownIn(one, county)).flatMap((one) => {
        const held = visibleAt(shelf.entriesOf(one.id), moment).findLast((entry) => entry.record.index?.slug === slug)
        return held ? [{ one, held, rank: rank(one, county, slug) }] : []
      })
      return candidates.sort((a, b) => a.rank - b.rank || later(a.held, b.held))[0]?.one
    },
    ofCounty: (kind, county) =>
      remember(`${kind}/${county}`, () =>
        found(new Set([...shelf.indexes.ofOwner(kind, county), ...shelf.indexes.shared(kind)]), isPublicIn(county)),
      ),
    ofTopic: (kind, topic, county) =>
      remember(`${kind}/${county}/${topic}`, () =>
        found(
          shelf.indexes.ofTopic(kind, topic),
          (one) => isPublicIn(county)(one) && one.published.record.index?.topics.includes(topic) === true,
        ),
      ),
    editionsOf: (strategy) =>
      found(shelf.indexes.editionsOf(strategy), (one) => one.published.record.index?.strategy === strategy),
    history,
    record: (id) => {
      const entry = shelf.entry(id)
      if (!entry || entry.record.document.kind === 'log') return undefined
      return history(entry.record.document.id).find((one) => one === entry)
    },
    sealOf: (entry) => sealOver(shelf.entriesOf(entry.record.document.id), entry),
    snapshot: <K extends DocumentKind>(entry: Entry) =>
      ((shelf.current(entry.record.id) as SnapshotOf<K> | undefined) ?? past().snapshot(entry.record.id)) as
        SnapshotOf<K> | Promise<SnapshotOf<K>>,
    bytes: (record) => past().bytes(record),
    today: (id) => standingAt(shelf.entriesOf(id), now),
    remember,
  }
}

/**
 * Views of one request: they share what they read, and agree on what now is.
 *
 * @param place where texts of the past are had: by default as long as they are read
 */
export function createViews(
  shelf: Shelf,
  reader: ArchiveReader,
  place: Place = places.whileReading,
): (knownAt: Instant | null) => View {
  let reading: Past | undefined
  // Most who ask about now need none of it.
  const past = (): Past => (reading ??= createPast(reader, (record) => shelf.entry(record)?.record.snapshot, place))
  const now = shelf.now()
  const views = new Map<Instant | null, View>()
  return (knownAt) => {
    const known = views.get(knownAt) ?? viewAt(shelf, past, knownAt, now)
    views.set(knownAt, known)
    return known
  }
}

/** What was said of a person in office is read only while it is what is said now. */
function isPersonalPast(shelf: Shelf, entry: Entry): boolean {
  if (!entry.record.index?.personal) return false
  const today = standingAt(shelf.entriesOf(entry.record.document.id), shelf.now())
  return today?.publication !== 'PUBLIC' || today.published !== entry
}

/** Whether some public, unsealed record of any moment names the file. */
export const isFilePublic = (shelf: Shelf, sha256: Sha256): boolean => fileNamedBy(shelf, sha256) !== undefined

/** A record that may be read and names the file. */
export function fileNamedBy(shelf: Shelf, sha256: Sha256): Entry | undefined {
  for (const id of shelf.indexes.withFile(sha256)) {
    const entries = shelf.entriesOf(id)
    const entry = visibleAt(entries, shelf.now()).find(
      (one) => one.record.index?.files.includes(sha256) && !sealOver(entries, one),
    )
    if (entry) return entry
  }
  return undefined
}

const isShownIn = ({ published }: Found, county: string): boolean => {
  const { owner, audience } = published.record.document
  return owner === county || audience === 'all' || audience.includes(county)
}

/** Who holds the address at the moment comes before who held it last; own before shared before national. */
function rank({ published }: Found, county: string, slug: string): number {
  const { owner } = published.record.document
  const place = owner === county ? 0 : owner === NATIONAL ? 2 : 1
  return place + (published.record.index?.slug === slug ? 0 : 3)
}

const later = (one: Entry, other: Entry): number =>
  one.publicFrom === other.publicFrom ? other.seq - one.seq : one.publicFrom < other.publicFrom ? 1 : -1

const earliestOf = (...instants: [Instant, ...Instant[]]): Instant =>
  instants.reduce((one, other) => (other < one ? other : one))

const ahead = (knownAt: Instant): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: `knownAt ligger i framtiden (${knownAt}). Ange en tidpunkt som har varit, eller utelämna den för nu.`,
    en: `knownAt lies in the future (${knownAt}). Give a moment that has been, or leave it out for now.`,
  })
