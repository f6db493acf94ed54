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
  const { added, known, documents } = await send(`${url}/graphql/documents`, key, manifest)
  const names = isManifest ? documents.map((id) => ['', id]) : files.map((file) => [file, idOf(readText(file))])
  tell(options, { added, known, documents }, `${tableOf(names)}\nNya: ${added}. Fanns redan: ${known}.`)
}

interface Registered {
  added: number
  known: number
  documents: string[]
}

async function send(url: string, key: string, body: string): Promise<Registered> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined)
  const answer = (await response?.json().catch(() => undefined)) as (Registered & { errors?: Fault[] }) | undefined
  if (!answer) throw usage(`${url} svarar inte.`, `${url} does not answer.`)
  if (answer.errors) throw new ServiceError('BAD_INPUT', faultsIn(answer.errors))
  return answer
}

interface Fault {
  message: string
  extensions: { code: string; sv?: string; documentId?: string | null }
}

/** What GraphQL says of a query is English in both. */
function faultsIn(faults: readonly Fault[]): Message {
  const lines = (language: 'sv' | 'en'): string =>
    faults
      .map(({ message, extensions: { code, sv, documentId } }) =>
        [documentId, code, language === 'sv' ? (sv ?? message) : message].filter(Boolean).join('  '),
      )
      .join('\n')
  return { sv: lines('sv'), en: lines('en') }
}
