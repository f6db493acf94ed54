import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/inTransaction.js'
import { ServiceError } from '../../errors.js'
import { writeOnce } from '../../secrets.js'
import { NATIONAL } from '../../vocabulary.js'
import { LOG_DOCUMENT } from '../pure/log.js'
import type { StatementBody } from '../pure/model.js'
import { parseSigner, signerOf, signerText } from '../pure/note.js'
import { append } from './append.js'
import { headOf } from './head.js'

/**
 * Gives the log a new key. A record says so and is signed by the old key, which thereby vouches for the new one; from the
 * next start on the new one signs. Until the file has its place the old key goes on as if nothing had happened.
 *
 * @returns the new public key, as name+hash+key
 */
export async function rotateKey(
  req: PayloadRequest,
  file: string,
  statement: Pick<StatementBody, 'who' | 'role' | 'reason' | 'via'>,
): Promise<string> {
  const old = parseSigner(readFileSync(file, 'utf8'))
  if (!old)
    throw new ServiceError('BAD_CONFIG', { sv: `${file} innehåller ingen nyckel.`, en: `${file} holds no key.` })
  const next = signerOf(old.name, randomBytes(32))
  const waiting = `${file}.next`
  rmSync(waiting, { force: true })
  writeOnce(waiting, () => `${signerText(next)}\n`)
  await inTransaction(req, async () => {
    const { revision } = await headOf(req, LOG_DOCUMENT)
    await append(req, {
      action: 'KEY',
      document: { id: LOG_DOCUMENT, kind: 'log', owner: NATIONAL, audience: [] },
      revision: revision + 1,
      note: next.vkey,
      statement,
    })
  })
  renameSync(waiting, file)
  return next.vkey
}
