'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from './Dialog.js'
import { send } from './send.js'
import { usePublication } from './usePublication.js'
import { useWords } from './words.js'

/** *Avbryt planen*: shown while a publication lies ahead. */
export function CancelPlanButton() {
  const { path, publication, refresh } = usePublication()
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const [fault, setFault] = useState<string>()
  if (!path || !publication?.mayPublish || publication.plannedFor === null) return null

  const cancel = async (): Promise<void> => {
    const { fault: refused } = await send(`${path}/cancel-plan`, {})
    if (refused !== undefined) {
      setFault(refused === '' ? words.failed : refused)
      return
    }
    setOpen(false)
    toast.success(words.planCancelled)
    refresh()
  }
  return (
    <>
      <Button buttonStyle="secondary" size="medium" onClick={() => setOpen(true)}>
        {words.cancelPlan}
      </Button>
      {isOpen && (
        <Dialog
          title={words.cancelPlanTitle}
          fault={fault}
          verb={words.cancelPlan}
          onConfirm={cancel}
          onClose={() => setOpen(false)}
        >
          <p>{words.cancelPlanHelp}</p>
        </Dialog>
      )}
    </>
  )
}
