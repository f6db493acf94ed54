import { ServiceError } from '../../errors.js'
import { sha256 } from '../pure/digest.js'
import type { Entry } from '../pure/model.js'
import type { ArchiveReader } from './reader.js'
import { createRoom } from './texts.js'

const PAGE = 1_000
/** So many texts have memory of their own, which is free when they are replaced. */
const FEW = 100

/**
 * Every entry after number `head`, up to one that is not there or not genuine: what comes before a fault is shown, and
 * the next question meets the fault itself.
 *
 * @throws ServiceError ARCHIVE_UNAVAILABLE where nothing comes before the fault
 */
export async function entriesSince(reader: ArchiveReader, head: number): Promise<Entry[]> {
  const entries: Entry[] = []
  for (;;) {
    const page = await reader.entriesAfter(head + entries.length, PAGE).catch((error: unknown) => {
      if (entries.length === 0) throw error
      return []
    })
    const expected = head + entries.length + 1
    const whole = upToHole(page, expected)
    if (whole.length === 0 && page[0] && entries.length === 0) throw hole(expected, page[0].seq)
    entries.push(...whole)
    if (whole.length < PAGE) return entries
  }
}

/**
 * The texts that may be public now, by record: each document's newest publication, and plans, which may become so. One
 * damaged text does not stop all others: it is left out here, and named to whoever asks for that document.
 */
export async function currentTexts(reader: ArchiveReader, entries: readonly Entry[]): Promise<Map<string, Buffer>> {
  const needed = neededOf(entries)
  const result = new Map<string, Buffer>()
  const room = needed.length > FEW ? createRoom() : Buffer.allocUnsafeSlow
  for (let start = 0; start < needed.length; start += PAGE) {
    const page = needed.slice(start, start + PAGE)
    const texts = await reader.snapshots(page.map(({ record }) => record.id))
    for (const { record } of page) {
      const text = texts.get(record.id)
      if (text === undefined || sha256(text) !== record.snapshot) continue
      const bytes = room(text.length)
      text.copy(bytes)
      result.set(record.id, bytes)
    }
  }
  return result
}

function neededOf(entries: readonly Entry[]): Entry[] {
  const newest = new Map<string, Entry>()
  const planned: Entry[] = []
  for (const entry of entries) {
    if (entry.record.action !== 'PUBLISH') continue
    if (entry.publicFrom > entry.placedAt) planned.push(entry)
    else newest.set(entry.record.document.id, entry)
  }
  return [...newest.values(), ...planned]
}

function upToHole(page: readonly Entry[], expected: number): readonly Entry[] {
  const position = page.findIndex(({ seq }, index) => seq !== expected + index)
  return position === -1 ? page : page.slice(0, position)
}

const hole = (expected: number, found: number): ServiceError =>
  new ServiceError('ARCHIVE_UNAVAILABLE', {
    sv: `Loggen har ett hål: nummer ${expected} saknas, nummer ${found} kom. Inget nyare visas förrän det är utrett.`,
    en: `The log has a hole: number ${expected} is missing, ${found} came. Nothing newer is shown until that is settled.`,
  })
