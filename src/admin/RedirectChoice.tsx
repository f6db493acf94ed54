'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useWords } from './words.js'

/** A page that readers can be sent to. */
interface Page {
  id: string
  title: string
}

const MOST = 50

/** Finds a public page of the same kind to send readers to: a search field, and a list of what it finds. */
export function RedirectChoice({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const words = useWords()
  const { id, collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const titleField = getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.admin.useAsTitle ?? 'title'
  const [search, setSearch] = useState('')
  const [pages, setPages] = useState<Page[]>()
  useEffect(() => {
    let isCurrent = true
    void publicPages(`/api/${collectionSlug}`, titleField, search).then((found) => {
      if (isCurrent) setPages(found?.filter((page) => page.id !== String(id)))
    })
    return () => {
      isCurrent = false
    }
  }, [collectionSlug, id, search, titleField])
  return (
    <>
      <label className="lk-field">
        {words.searchPage}
        <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
      </label>
      <label className="lk-field">
        {words.redirectTo}
        <select size={5} aria-required value={chosen} onChange={({ target }) => onChoose(target.value)}>
          {/* Without it React shows the first page as chosen. */}
          <option value="" hidden />
          {pages?.map((page) => (
            <option key={page.id} value={page.id}>
              {page.title}
            </option>
          ))}
        </select>
        <small role="status">{pages?.length === 0 ? words.noPage : ''}</small>
      </label>
    </>
  )
}

/** @returns undefined where nothing was answered: the next letter asks again */
async function publicPages(path: string, titleField: string, search: string): Promise<Page[] | undefined> {
  const parameters = new URLSearchParams({
    depth: '0',
    limit: String(MOST),
    sort: titleField,
    'where[_status][equals]': 'published',
    ...(search.trim() === '' ? {} : { [`where[${titleField}][like]`]: search.trim() }),
  })
  try {
    const response = await fetch(`${path}?${parameters.toString()}`, { credentials: 'same-origin' })
    if (!response.ok) return undefined
    const { docs } = (await response.json()) as { docs: Record<string, unknown>[] }
    return docs.map((row) => ({ id: String(row['id']), title: titleOf(row, titleField) }))
  } catch {
    return undefined
  }
}

/** Editions of a strategy have the same title: their labels tell them apart. */
const titleOf = (row: Record<string, unknown>, titleField: string): string =>
  [row[titleField] ?? row['id'], row['label']].filter(Boolean).join(', ')
