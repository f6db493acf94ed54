import type { Payload } from 'payload'
import type { Site } from '../delivery/addresses.js'

/** What the counties' websites have told of themselves, for links that lead to their pages. */
export interface Sites {
  siteOf(county: string): Site | undefined
  /** @returns whether anything has changed */
  read(): Promise<boolean>
}

interface Row {
  county: string
  origins?: { origin: string }[] | null
  paths?: Record<string, string | null> | null
}

export function createSites(payload: Payload): Sites {
  let sites = new Map<string, Site>()
  let before = ''
  return {
    siteOf: (county) => sites.get(county),
    read: async () => {
      const { docs } = await payload.db.find({ collection: 'websites', pagination: false })
      const told = JSON.stringify(docs)
      const isChanged = told !== before
      before = told
      sites = new Map(
        (docs as unknown as Row[]).flatMap(({ county, origins, paths }) => {
          const origin = origins?.[0]?.origin.replace(/\/$/, '')
          return origin ? [[county, { origin, paths: withoutEmpty(paths ?? {}) }]] : []
        }),
      )
      return isChanged
    },
  }
}

const withoutEmpty = (paths: Record<string, string | null>): Site['paths'] =>
  Object.fromEntries(Object.entries(paths).filter(([, path]) => path !== null && path !== ''))
