import type { Payload } from 'payload'
import { readConfig, type Config } from '../config.js'
import { openEditorial } from '../editorial/open.js'
import { ServiceError, type Message } from '../errors.js'

export interface Output {
  json?: boolean
}

/** Opens the service's own database for one verb that writes, and closes it whatever happens. */
export async function withPayload<T>(act: (payload: Payload, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig()
  const editorial = await openEditorial({ config })
  try {
    return await act(editorial.payload, config)
  } finally {
    await editorial.close()
  }
}

/** @param words what a person reads: in two languages, but for what is to be kept or piped on as it stands */
export const tell = ({ json }: Output, facts: object, words: string | Message): void =>
  void process.stdout.write(`${json ? JSON.stringify(facts) : typeof words === 'string' ? words : both(words)}\n`)

/** Swedish first, English below; once where both are the same. */
export const both = ({ sv, en }: Message): string => (sv === en ? sv : `${sv}\n${en}`)

/** Columns as wide as their widest cell. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A line on the terminal that is written over as the work goes on; nothing where nobody looks. */
export function progressOn(words: string): { at(done: number, total: number): void; end(): void } {
  const { stderr } = process
  if (!stderr.isTTY) return { at: () => {}, end: () => {} }
  let last = 0
  return {
    at: (done, total) => {
      if (Date.now() - last < 100) return
      last = Date.now()
      const share = total === 0 ? 1 : done / total
      const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░')
      stderr.write(`\r${bar} ${Math.round(share * 100)} %  ${words} ${done.toLocaleString('sv-SE')}`)
    },
    end: () => void stderr.write('\r\u001b[K'),
  }
}

/** At the end of a verb's help. */
export const examples = (...lines: string[]): string =>
  ['', lines.length > 1 ? 'Examples:' : 'Example:', ...lines.map((line) => `  npx lanskallan ${line}`)].join('\n')

export const usage = (sv: string, en: string): ServiceError => new ServiceError('BAD_INPUT', { sv, en })

export const nothingAbout = (document: string): ServiceError =>
  usage(
    `Inget är arkiverat om ${document}. Ange dokumentets id: det står sist i adressen när dokumentet är öppet i redigeringen.`,
    `Nothing is archived about ${document}. Give the id of the document: its address in the admin ends with it.`,
  )
