'use client'
import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { Dialog } from './Dialog.js'
import { send } from './send.js'
import { usePublication } from './usePublication.js'
import { useWords } from './words.js'

type Act = 'prolong' | 'repeal' | 'next'

/** *Förläng*, *Upphäv* and *Ny utgåva*: what is done with a decided edition. */
export function EditionButtons() {
  const { path, publication, refresh } = usePublication()
  const { hasSavePermission } = useDocumentInfo()
  const { config } = useConfig()
  const router = useRouter()
  const words = useWords()
  const [act, setAct] = useState<Act>()
  const [fault, setFault] = useState<string>()
  if (!path || !publication) return null
  const mayDecide = publication.mayPublish && publication.state === 'PUBLIC' && publication.plannedFor === null

  const close = (): void => {
    setAct(undefined)
    setFault(undefined)
  }
  const confirm = async (form: FormData): Promise<void> => {
    const { answer, fault: refused } =
      act === 'next'
        ? await send(`${path}/next-edition`, {})
        : await send(`${path}/${act}`, bodyOf(act === 'prolong', form))
    if (refused !== undefined) {
      setFault(refused === '' ? words.failed : refused)
      return
    }
    close()
    if (act === 'next') {
      router.push(`${config.routes.admin}/collections/editions/${(answer as { id: string }).id}`)
      return
    }
    toast.success(words.done)
    // The form is left alone: to fetch it anew would take away what is being typed.
    refresh()
  }
  const title = { prolong: words.prolongTitle, repeal: words.repealTitle, next: words.nextEditionTitle }
  const help = { prolong: words.prolongHelp, repeal: words.repealHelp, next: words.nextEditionHelp }
  const verb = { prolong: words.prolong, repeal: words.repeal, next: words.create }
  return (
    <>
      {(mayDecide ? (['prolong', 'repeal'] as const) : []).map((one) => (
        <Button key={one} buttonStyle="secondary" size="medium" onClick={() => setAct(one)}>
          {verb[one]}
        </Button>
      ))}
      {hasSavePermission && publication.state !== 'NEVER' && (
        <Button buttonStyle="secondary" size="medium" onClick={() => setAct('next')}>
          {words.nextEdition}
        </Button>
      )}
      {act && (
        <Dialog title={title[act]} fault={fault} verb={verb[act]} onConfirm={confirm} onClose={close}>
          <p>{help[act]}</p>
          {act !== 'next' && <LaterDecision isProlongation={act === 'prolong'} />}
        </Dialog>
      )}
    </>
  )
}

function LaterDecision({ isProlongation }: { isProlongation: boolean }) {
  const words = useWords()
  const [isOpenEnded, setOpenEnded] = useState(false)
  return (
    <>
      <label className="lk-field">
        {isProlongation ? words.validThrough : words.repealFrom}
        <input name="day" required disabled={isOpenEnded} placeholder="2024-12-31" aria-describedby="lk-day-help" />
        <small id="lk-day-help">{words.dateHelp}</small>
      </label>
      {isProlongation && (
        <label className="lk-choice">
          <input type="checkbox" checked={isOpenEnded} onChange={({ target }) => setOpenEnded(target.checked)} />
          {words.untilFurtherNotice}
        </label>
      )}
      <label className="lk-field">
        {words.decidedBy}
        <input name="body" required minLength={2} maxLength={300} />
      </label>
      <label className="lk-field">
        {words.decidedOn}
        <input name="date" placeholder="2024-11-30" />
      </label>
      <label className="lk-field">
        {words.diaryNumber}
        <input name="diaryNumber" maxLength={60} placeholder="801-1234-2024" />
      </label>
    </>
  )
}

function bodyOf(isProlongation: boolean, form: FormData): object {
  const value = (name: string): string | null => {
    const text = form.get(name)
    return typeof text === 'string' && text.trim() !== '' ? text.trim() : null
  }
  const decision = { body: value('body') ?? '', date: value('date'), diaryNumber: value('diaryNumber') }
  return isProlongation ? { validThrough: value('day'), decision } : { from: value('day') ?? '', decision }
}
