'use client'
import { Button, useDocumentInfo, useForm, useLocale, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { languageNames, languages, type LanguageCode } from '../vocabulary.js'
import { Dialog } from './Dialog.js'
import { usePublication } from './usePublication.js'
import { atOnce, parametersOf, WhenChoice, type When } from './WhenChoice.js'
import { useWords } from './words.js'

type Row = Record<string, Partial<Record<LanguageCode, string>> | undefined>

/** Publishing names the languages that it releases, so that no unfinished text goes with them. */
export function PublishButton() {
  const { collectionSlug, id, hasPublishPermission, setHasPublishedDoc, setUnpublishedVersionCount, uploadStatus } =
    useDocumentInfo()
  const { submit } = useForm()
  const { code: locale } = useLocale()
  const { i18n } = useTranslation()
  const { path, publication, refresh } = usePublication()
  const words = useWords()
  const note = useRef<HTMLTextAreaElement>(null)
  const [written, setWritten] = useState<LanguageCode[]>()
  const [chosen, setChosen] = useState<LanguageCode[]>([])
  const [when, setWhen] = useState<When>(atOnce)
  const [fault, setFault] = useState<string>()
  if (!hasPublishPermission || publication?.mayPublish === false) return null

  const isPublic = publication?.state === 'PUBLIC'
  const isPlanned = publication?.plannedFor != null
  // A decided text is corrected with a word on what changes.
  const isCorrection = isPublic && collectionSlug === 'editions'
  const label = isCorrection ? words.publishCorrection : words.publish
  const current = languages.find((code) => code === locale) ?? 'sv'
  const open = async (): Promise<void> => {
    const stored = path ? await writtenLanguages(path) : []
    const all = languages.filter((code) => stored.includes(code) || code === current)
    setWritten(all)
    setWhen(atOnce)
    setFault(undefined)
    setChosen(all.filter((code) => code === current || (!isPublic && code === 'sv')))
  }
  const publish = async (): Promise<void> => {
    const timing = parametersOf(when, isPlanned)
    if (!timing) {
      setFault(words.instantMissing)
      return
    }
    const changed = note.current?.value.trim() ?? ''
    if (isCorrection && changed === '') {
      setFault(words.changeNoteMissing)
      note.current?.focus()
      return
    }
    const query = new URLSearchParams({ depth: '0', locale, languages: chosen.join(','), ...timing })
    if (publication) query.set('basedOn', String(publication.revision))
    if (changed !== '') query.set('changeNote', changed)
    setWritten(undefined)
    const result = await submit({
      action: `/api/${collectionSlug}${id === undefined ? '' : `/${id}`}?${query}`,
      overrides: { _status: 'published' },
    })
    // What was refused may have been saved all the same.
    refresh()
    if (!result) return
    setUnpublishedVersionCount(0)
    setHasPublishedDoc(true)
  }
  const nameOf = (code: LanguageCode): string => languageNames[code][i18n.language === 'en' ? 'en' : 'sv']
  return (
    <>
      <Button
        id="action-save"
        type="button"
        size="medium"
        disabled={uploadStatus === 'uploading'}
        onClick={() => void open()}
      >
        {label}
      </Button>
      {written && (
        <Dialog
          title={isCorrection ? words.correctTitle : words.publishTitle}
          fault={fault}
          verb={label}
          isReady={chosen.length > 0}
          onConfirm={publish}
          onClose={() => setWritten(undefined)}
        >
          <p>{isCorrection ? words.correctHelp : words.publishHelp}</p>
          <fieldset>
            <legend>{words.languagesToPublish}</legend>
            {written.map((code) => (
              <label key={code} className="lk-choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(code)}
                  onChange={({ target }) =>
                    setChosen(target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
                  }
                />
                {nameOf(code)}
                {publication?.languages.includes(code) && isPublic ? ` (${words.isPublic})` : ''}
              </label>
            ))}
          </fieldset>
          {isPublic && (
            <label className="lk-field">
              {words.changeNote}
              <textarea
                ref={note}
                rows={3}
                maxLength={2000}
                aria-required={isCorrection}
                aria-describedby="lk-note-help"
              />
              <small id="lk-note-help">{words.changeNoteHelp}</small>
            </label>
          )}
          <WhenChoice when={when} isPlanned={isPlanned} onChange={setWhen} />
        </Dialog>
      )}
    </>
  )
}

/** The languages in which the newest draft has a title or a name. */
async function writtenLanguages(path: string): Promise<LanguageCode[]> {
  const response = await fetch(`${path}?locale=all&draft=true&depth=0`, { credentials: 'same-origin' })
  if (!response.ok) return []
  const row = (await response.json()) as Row
  const titles = row['title'] ?? row['name'] ?? {}
  return languages.filter((code) => Boolean(titles[code]))
}
