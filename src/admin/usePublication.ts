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
  refresh: () => Promise<void>
}

/** Asks anew whenever the document was saved or published. */
export function usePublication(): KnownPublication {
  const { id, collectionSlug, lastUpdateTime, hasPublishedDoc } = useDocumentInfo()
  const path = id === undefined ? undefined : `/api/${collectionSlug}/${id}`
  const [publication, setPublication] = useState<PublicationState>()
  const refresh = useCallback(async () => {
    if (!path) return
    const response = await fetch(`${path}/publication`, { credentials: 'same-origin' })
    if (response.ok) setPublication((await response.json()) as PublicationState)
  }, [path])
  useEffect(() => {
    refresh().catch(() => {
      // The buttons stay hidden; the next save asks again.
    })
  }, [refresh, lastUpdateTime, hasPublishedDoc])
  return { path, publication, refresh }
}
