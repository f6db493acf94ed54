import type { Command } from 'commander'
import { readReadersConfig } from '../config.js'
import { ServiceError, type Message } from '../errors.js'
import { idOf } from '../websites/manifest.js'
import { readText } from './archive.js'
import { examples, tableOf, tell, usage, type Output } from './output.js'

/** Verbs for a website's build. They speak with the service over the net, from any machine. */
export function documentVerbs(program: Command): void {
  const documents = program.command('documents').description('queries that a website may ask by their identifier')
  documents
    .command('manifest')
    .description('print the manifest of queries, one in each file')
    .argument('<files...>', 'as queries/*.graphql')
    .action((files: string[]) => void process.stdout.write(`${JSON.stringify(manifestOf(files), null, 2)}\n`))
  documents
    .command('register')
    .description('hand the queries of a build in to the service, before it goes live')
    .argument('<files...>', 'queries (*.graphql), or one manifest (*.json)')
    .requiredOption('--key-file <file>', 'holds the key of the website; - for standard input')
    .option('--url <url>', 'the service that editors use; PUBLIC_URL when left out')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      examples('documents register queries/*.graphql --key-file key --url https://lanskallan.example.se'),
    )
    .action(register)
}

/** Texts by identifier: each file as it is, with its last line break. */
function manifestOf(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map(readText).map((text) => [idOf(text), text]))
}

async function register(files: string[], options: Output & { keyFile: string; url?: string }): Promise<void> {
  const isManifest = files.length === 1 && files[0]!.endsWith('.json')
  const manifest = isManifest ? readText(files[0]!) : JSON.stringify(manifestOf(files))
  const key = readText(options.keyFile === '-' ? '/dev/stdin' : options.keyFile).trim()
  const url = (options.url ?? readReadersConfig().publicUrl).replace(/\/$/, '')
  const names = new Map(isManifest ? [] : files.map((file) => [idOf(readText(file)), file]))
  const { added, known, documents } = await send(`${url}/graphql/documents`, { key, manifest, names })
  const lines = documents.map((id) => [names.get(id) ?? '', id])
  tell(options, { added, known, documents }, `${tableOf(lines)}\nNya: ${added}. Fanns redan: ${known}.`)
}

interface Registered {
  added: number
  known: number
  documents: string[]
}

interface Sending {
  key: string
  manifest: string
  /** Files by the identifiers of their texts, as far as they are known. */
  names: ReadonlyMap<string, string>
}

async function send(url: string, { key, manifest, names }: Sending): Promise<Registered> {
  if (!URL.canParse(url))
    throw usage(`${url} är ingen adress. Skriv https:// först.`, `${url} is no address. Begin with https://.`)
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: manifest }).catch(() => undefined)
  const answer = (await response?.json().catch(() => undefined)) as (Registered & { errors?: Fault[] }) | undefined
  if (!answer) throw usage(`${url} svarar inte.`, `${url} does not answer.`)
  if (answer.errors) throw new ServiceError('BAD_INPUT', faultsIn(answer.errors, names))
  return answer
}

interface Fault {
  message: string
  locations?: { line: number; column: number }[]
  extensions: { code: string; sv?: string; documentId?: string | null }
}

/** A line for each, which begins with the place as compilers write it. What GraphQL says of a query is English in both. */
function faultsIn(faults: readonly Fault[], names: Sending['names']): Message {
  const lines = (language: 'sv' | 'en'): string =>
    faults
      .map(({ message, locations = [], extensions: { code, sv, documentId } }) => {
        const place = [names.get(documentId ?? '') ?? documentId, ...locations.slice(0, 1).flatMap(placeOf)]
        return [place.filter(Boolean).join(':'), code, language === 'sv' ? (sv ?? message) : message]
          .filter(Boolean)
          .join('  ')
      })
      .join('\n')
  return { sv: lines('sv'), en: lines('en') }
}

const placeOf = ({ line, column }: { line: number; column: number }): number[] => [line, column]
