'use client'
import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { Dialog } from './Dialog.js'
import { send } from './send.js'
import { useWords } from './words.js'

interface Key {
  id: string
  hint: string
  createdAt: string
}

const dayOf = (instant: string): string =>
  new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })

/** A website's keys: made, shown once, and revoked. */
export function WebsiteKeys() {
  const { id, hasSavePermission } = useDocumentInfo()
  const { config } = useConfig()
  const words = useWords()
  const [keys, setKeys] = useState<Key[]>()
  const [created, setCreated] = useState<string>()
  const [revoking, setRevoking] = useState<Key>()
  const [fault, setFault] = useState<string>()
  const path = id === undefined ? undefined : `${config.routes.api}/websites/${id}`

  const refresh = useCallback(async () => {
    if (!path) return
    const response = await fetch(`${path}?depth=0`, { credentials: 'same-origin' }).catch(() => undefined)
    if (response?.ok) setKeys(((await response.json()) as { keys?: Key[] }).keys)
  }, [path])
  useEffect(() => void refresh(), [refresh])

  if (!path || !keys || !hasSavePermission) return null
  const create = async (): Promise<void> => {
    const { answer, fault: refused } = await send(`${path}/keys`, {})
    if (refused === undefined) setCreated((answer as { key: string }).key)
    else toast.error(refused === '' ? words.failed : refused)
    await refresh()
  }
  const revoke = async (): Promise<void> => {
    const { fault: refused } = await send(`${path}/revoke-key`, { key: revoking?.id })
    if (refused !== undefined) {
      setFault(refused === '' ? words.failed : refused)
      return
    }
    setRevoking(undefined)
    toast.success(words.keyRevoked)
    await refresh()
  }
  return (
    <section className="lk-keys" aria-labelledby="lk-keys">
      <h3 id="lk-keys">{words.keys}</h3>
      <p>{words.keysHelp}</p>
      <ul>
        {keys.map((key) => (
          <li key={key.id}>
            {words.keyEndsWith} <code>{key.hint}</code>, {words.keyCreated} {dayOf(key.createdAt)}{' '}
            <Button buttonStyle="secondary" size="small" onClick={() => setRevoking(key)}>
              {words.revoke} <span className="lk-hidden">{key.hint}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Button buttonStyle="secondary" size="medium" onClick={create}>
        {words.createKey}
      </Button>
      {created !== undefined && (
        <Dialog
          title={words.keyTitle}
          fault={undefined}
          verb={words.keyKept}
          onConfirm={async () => setCreated(undefined)}
          onClose={() => setCreated(undefined)}
        >
          <p>{words.keyHelp}</p>
          <label className="lk-field">
            {words.key}
            <input readOnly value={created} onFocus={(event) => event.currentTarget.select()} />
          </label>
        </Dialog>
      )}
      {revoking && (
        <Dialog
          title={words.revokeTitle}
          fault={fault}
          verb={words.revoke}
          onConfirm={revoke}
          onClose={() => {
            setRevoking(undefined)
            setFault(undefined)
          }}
        >
          <p>{words.revokeHelp}</p>
        </Dialog>
      )}
    </section>
  )
}
