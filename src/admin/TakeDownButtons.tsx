'use client'
import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { Dialog } from './Dialog.js'
import { RedirectChoice } from './RedirectChoice.js'
import { send } from './send.js'
import { usePublication } from './usePublication.js'
import { useWords } from './words.js'

type Act = 'withdraw' | 'seal'
type ShownAs = 'explained' | 'redirect' | 'gone'

/** *Dra tillbaka* and *Spärra*, each with a reason that readers will see. */
export function TakeDownButtons() {
  const { setHasPublishedDoc } = useDocumentInfo()
  const { path, publication, refresh } = usePublication()
  const words = useWords()
  const [act, setAct] = useState<Act>()
  const [fault, setFault] = useState<string>()
  const reason = useRef<HTMLTextAreaElement>(null)
  const [shownAs, setShownAs] = useState<ShownAs>('explained')
  const [redirectTo, setRedirectTo] = useState('')
  const state = publication?.state
  if (!path || !publication?.mayPublish || (state !== 'PUBLIC' && state !== 'WITHDRAWN')) return null

  const close = (): void => {
    setAct(undefined)
    setFault(undefined)
  }
  const takeDown = async (): Promise<void> => {
    const given = reason.current?.value.trim() ?? ''
    if (given.length < 3) {
      setFault(words.reasonMissing)
      reason.current?.focus()
      return
    }
    if (act === 'withdraw' && shownAs === 'redirect' && redirectTo === '') {
      setFault(words.redirectMissing)
      return
    }
    const target = shownAs === 'redirect' ? { redirectTo } : {}
    const { fault: refused, isSaved } = await send(
      `${path}/${act}`,
      act === 'withdraw' ? { reason: given, shownAs, ...target } : { reason: given },
    )
    if (refused !== undefined && !isSaved) {
      setFault(refused === '' ? words.failed : refused)
      return
    }
    close()
    setHasPublishedDoc(false)
    if (refused === undefined) toast.success(act === 'seal' ? words.SEALED : words.WITHDRAWN)
    else toast.error(refused, { duration: Infinity })
    refresh()
  }
  return (
    <>
      {state === 'PUBLIC' && (
        <Button buttonStyle="secondary" size="medium" onClick={() => setAct('withdraw')}>
          {words.withdraw}
        </Button>
      )}
      <Button buttonStyle="secondary" size="medium" className="lk-danger" onClick={() => setAct('seal')}>
        {words.seal}
      </Button>
      {act && (
        <Dialog
          title={act === 'seal' ? words.sealTitle : words.withdrawTitle}
          fault={fault}
          verb={act === 'seal' ? words.seal : words.withdraw}
          onConfirm={takeDown}
          onClose={close}
        >
          <p>{act === 'seal' ? words.sealHelp : words.withdrawHelp}</p>
          <label className="lk-field">
            {words.reason}
            <textarea
              ref={reason}
              rows={3}
              maxLength={2000}
              aria-required
              aria-invalid={fault !== undefined}
              aria-describedby="lk-reason-help"
            />
            <small id="lk-reason-help">{words.reasonHelp}</small>
          </label>
          {act === 'withdraw' && (
            <fieldset>
              <legend>{words.shownAs}</legend>
              {(['explained', 'redirect', 'gone'] as const).map((way) => (
                <label key={way} className="lk-choice">
                  <input type="radio" name="lk-shown-as" checked={shownAs === way} onChange={() => setShownAs(way)} />
                  {words[way]}
                </label>
              ))}
              {shownAs === 'redirect' && <RedirectChoice chosen={redirectTo} onChoose={setRedirectTo} />}
            </fieldset>
          )}
        </Dialog>
      )}
    </>
  )
}
