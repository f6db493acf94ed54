'use client'
import { Button } from '@payloadcms/ui'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from './words.js'

interface DialogProps {
  title: string
  children: ReactNode
  /** What stands in the way, as the service or the form says it. */
  fault: string | undefined
  /** The words on the button that does it. */
  verb: string
  isReady?: boolean
  onConfirm: (form: FormData) => Promise<void>
  /** Called for Escape, too. */
  onClose: () => void
}

/** The browser's own dialog: it keeps the focus, gives it back, and closes on Escape; Enter in a field confirms. */
export function Dialog({ title, children, fault, verb, isReady = true, onConfirm, onClose }: DialogProps) {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Before it leaves the page: only a dialog that is closed there gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return createPortal(
    <dialog ref={dialog} className="lk-dialog" aria-labelledby={heading} onCancel={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // React lets it rise to the form of the page, which would save the document.
          event.stopPropagation()
          void onConfirm(new FormData(event.currentTarget))
        }}
      >
        <h2 id={heading}>{title}</h2>
        {children}
        <p role="alert" className="lk-fault">
          {fault}
        </p>
        <div className="lk-actions">
          <Button buttonStyle="secondary" onClick={onClose}>
            {words.goBack}
          </Button>
          <Button type="submit" disabled={!isReady}>
            {verb}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
