import { openArchive, type OpenArchive } from '../../src/archive/read/openArchive.js'
import type { ArchiveReader } from '../../src/archive/read/reader.js'
import { createShelf, type Shelf } from '../../src/archive/read/shelf.js'
import { createAddresses } from '../../src/delivery/addresses.js'
import { createDelivery, type Delivery } from '../../src/delivery/delivery.js'
import type { TestEditorial } from './service.js'

/** What delivery works out from the archive alone, with nothing kept from before. */
export interface Uncached {
  /** @returns the body of the answer */
  ask(query: string, variables?: object): Promise<string>
}

/** @param archive one that is open already: each shelf is read anew, the connection is not made anew */
export async function startUncached(archive: OpenArchive, now: () => string): Promise<Uncached> {
  const shelf = createShelf({ reader: archive.reader, now })
  await shelf.follow()
  return deliveryOver(shelf, archive.reader)
}

export const addresses = createAddresses('https://lanskallan.example', () => undefined)

/** What is public now from the shelf, everything else from the reader. */
export function deliveryOver(shelf: Shelf, reader: ArchiveReader): Uncached {
  return askingOf(createDelivery({ shelf, reader, addresses, documentOf: () => undefined }))
}

const askingOf = (delivery: Delivery): Uncached => ({
  ask: async (query, variables = {}) => {
    const { response, encoding } = await delivery.answer({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
      requestId: 'none',
      report: () => {},
    })
    return Buffer.from(response[0] ?? '', encoding).toString()
  },
})

export const openFor = ({ databaseUrl, dataDir }: TestEditorial): Promise<OpenArchive> =>
  openArchive({ databaseUrl, dataDir })
