import { canonicalBytes } from '../../archive/pure/canonical.js'
import { ServiceError } from '../../errors.js'
import type { Part } from './addresses.js'
import type { Bytes, Visit } from './visit.js'

/** The exact bytes of a part of a record, as anybody needs them to check it. */
export async function recordPart({ reading }: Visit, id: string, part: Part): Promise<Bytes> {
  const view = reading.context.viewAt(null)
  const entry = view.record(id)
  if (!entry) throw absent(id)
  const isHidden = entry.record.action === 'PUBLISH' && view.sealOf(entry) !== undefined
  switch (part) {
    case 'text': {
      if (entry.record.action !== 'PUBLISH' || isHidden) throw absent(id)
      return { mediaType: 'application/json; charset=utf-8', bytes: await view.bytes(id) }
    }
    case 'post': {
      if (isHidden) throw absent(id)
      return { mediaType: 'application/json; charset=utf-8', bytes: canonicalBytes(entry.record) }
    }
    case 'kvitto': {
      const receipt = reading.context.log().receipt(entry)
      if (receipt === null) throw unsigned()
      return { mediaType: 'text/plain; charset=utf-8', bytes: receipt }
    }
  }
}

const absent = (id: string): ServiceError =>
  new ServiceError('NOT_FOUND', {
    sv: `Posten ${id} finns inte, har ingen text eller är spärrad.`,
    en: `Record ${id} is not there, has no text, or is sealed.`,
  })

const unsigned = (): ServiceError =>
  new ServiceError('ARCHIVE_UNAVAILABLE', {
    sv: 'Posten är inte undertecknad än. Det sker inom några ögonblick: försök igen.',
    en: 'The record has not been signed yet. That happens within moments: try again.',
  })
