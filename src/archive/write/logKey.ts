import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ServiceError } from '../../errors.js'
import { writeOnce } from '../../secrets.js'
import { parseSigner, signerOf, signerText, type Signer } from '../pure/note.js'

/**
 * The key that signs the log's checkpoints: one line in a file that only the service's own user may read, made at the
 * first start. The log's name lies in it, and stays what it was then.
 *
 * @param name for a key that is made now, as `lanskallan.example.se/log`
 * @throws ServiceError BAD_CONFIG where others may read the file, or it holds no key
 */
export function openLogKey(file: string, name: string): Signer {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeOnce(file, () => `${signerText(signerOf(name, randomBytes(32)))}\n`)
  const mode = statSync(file).mode & 0o777
  if ((mode & 0o077) !== 0) throw readable(file, mode)
  const signer = parseSigner(readFileSync(file, 'utf8'))
  if (signer) return signer
  throw new ServiceError('BAD_CONFIG', {
    sv: `${file} innehåller ingen nyckel för loggen. Återställ filen från säkerhetskopian.`,
    en: `${file} holds no key of the log. Restore it from the backup.`,
  })
}

const readable = (file: string, mode: number): ServiceError =>
  new ServiceError('BAD_CONFIG', {
    sv: `Andra kan läsa loggens nyckel ${file} (läge ${mode.toString(8)}). Skriv: chmod 600 ${file}`,
    en: `Others may read the log’s key ${file} (mode ${mode.toString(8)}). Write: chmod 600 ${file}`,
  })
