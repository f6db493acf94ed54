'use client'
import { usePublication } from './usePublication.js'
import { useWords } from './words.js'

const dates = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Stockholm' })

/** Says what the public sees now. */
export function PublicationStatus() {
  const { publication } = usePublication()
  const words = useWords()
  const state = publication?.state ?? 'NEVER'
  const since =
    publication?.publicFrom && state !== 'NEVER'
      ? ` ${words.since} ${dates.format(new Date(publication.publicFrom))}`
      : ''
  return (
    <p className={`lk-status lk-status--${state.toLowerCase()}`} role="status">
      <span className="lk-hidden">{words.status}: </span>
      {words[state]}
      {since}
      {publication?.plannedFor && `. ${words.planned} ${dates.format(new Date(publication.plannedFor))}`}
    </p>
  )
}
