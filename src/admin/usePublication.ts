'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

/** Where the document stands in the archive, as `/api/<collection>/<id>/publication` tells it. */
export interface PublicationState {
  state: 'NEVER' | 'PUBLIC' | 'WITHDRAWN' | 'SEALED' | 'DISPOSED'
  /** When a planned publication takes effect. */
  plannedFor: string | null
  revision: number
  publicFrom: string | null
  languages: string[]
  note: string | null
  mayPublish: boolean
}

export interface KnownPublication {
  /** The document's own path under `/api`; undefined before it is saved for the first time. */
  path: string | undefined
  publication: PublicationState | undefined
  /** Makes every part of the page ask anew. */
  refresh: () => void
}

/** Tells every part of the page that the document's place in the archive has changed. */
const CHANGED = 'lanskallan:publication'

/** Asks anew whenever the document was saved or published, or another part of the page has acted on it. */
export function usePublication(): KnownPublication {
  const { id, collectionSlug, lastUpdateTime, hasPublishedDoc } = useDocumentInfo()
  const path = id === undefined ? undefined : `/api/${collectionSlug}/${id}`
  const [publication, setPublication] = useState<PublicationState>()
  useEffect(() => {
    const ask = (): void => {
      if (path) void publicationAt(path).then((state) => state && setPublication(state))
    }
    ask()
    window.addEventListener(CHANGED, ask)
    return () => window.removeEventListener(CHANGED, ask)
  }, [path, lastUpdateTime, hasPublishedDoc])
  const refresh = useCallback(() => void window.dispatchEvent(new Event(CHANGED)), [])
  return { path, publication, refresh }
}

/** @returns undefined where nothing was answered: the buttons stay as they are, and the next save asks again */
async function publicationAt(path: string): Promise<PublicationState | undefined> {
  try {
    const response = await fetch(`${path}/publication`, { credentials: 'same-origin' })
    return response.ok ? ((await response.json()) as PublicationState) : undefined
  } catch {
    return undefined
  }
}
