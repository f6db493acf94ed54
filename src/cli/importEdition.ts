import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import type { Payload } from 'payload'
import { z } from 'zod'
import { isEdtfDate, noDate } from '../archive/pure/edtf.js'
import { ServiceError, type Message } from '../errors.js'
import { heading, paragraph, richText, type RichTextValue } from '../seed/lexical.js'
import { counties } from '../vocabulary.js'
import { readText } from './archive.js'
import { examples, tell, usage, withPayload, type Output } from './output.js'

const wordsOf = ({ sv, en }: Message): string => `${sv} ${en}`
const Edtf = z.string().refine(isEdtfDate, { error: ({ input }) => wordsOf(noDate(String(input))) })
const Decision = z.strictObject({ body: z.string().min(2), date: Edtf.optional(), diaryNumber: z.string().optional() })

/** An old edition, as a file. It is recorded today, with its validity in the past: nothing is backdated. */
const OldEdition = z.strictObject({
  county: z.enum(counties.map(({ slug }) => slug)),
  /** The slug of the strategy, which is public already. */
  strategy: z.string().min(1),
  number: z.int().min(1),
  label: z.string().min(1),
  title: z.string().min(1),
  /** Paragraphs with an empty line between them; `## ` begins a heading. */
  body: z.string().min(1),
  decision: Decision.optional(),
  validFrom: Edtf,
  validThrough: Edtf.optional(),
  parties: z
    .array(z.strictObject({ name: z.string().min(1), kind: z.string().default('other'), role: z.string().optional() }))
    .default([]),
  /** Paths beside the file. */
  documents: z.array(z.strictObject({ file: z.string().min(1), title: z.string().min(1) })).default([]),
  /** Where and when it was public before. */
  priorPublication: z
    .array(z.strictObject({ date: Edtf, url: z.url().optional(), note: z.string().optional() }))
    .min(1, 'name at least one place where it was public before'),
  /** Numbers of the editions that it replaced. */
  supersedes: z.array(z.int()).default([]),
})
type OldEdition = z.infer<typeof OldEdition>

export function importEditionVerb(program: Command): void {
  program
    .command('import-edition')
    .description('publish an old edition from a JSON file, with the evidence of its earlier publication')
    .argument('<file>')
    .option('--json', 'for machines')
    .addHelpText(
      'after',
      `${examples('import-edition utgava-1.json')}\n\nThe file:\n${JSON.stringify(example, null, 2)}`,
    )
    .action(importEdition)
}

async function importEdition(file: string, options: Output): Promise<void> {
  const edition = editionIn(file)
  const id = await withPayload((payload) => publish(payload, edition, path.dirname(path.resolve(file))))
  tell(
    options,
    { id, number: edition.number },
    {
      sv: `Utgåvan ${edition.label} är publicerad med id ${id}.`,
      en: `The edition ${edition.label} is published with the id ${id}.`,
    },
  )
}

/** @throws ServiceError BAD_INPUT naming every field that is wrong */
export function editionIn(file: string): OldEdition {
  const parsed = OldEdition.safeParse(jsonIn(file))
  if (parsed.success) return parsed.data
  const faults = z.prettifyError(parsed.error)
  throw usage(`Filen går inte att använda:\n${faults}`, `The file cannot be used:\n${faults}`)
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readText(file))
  } catch (error) {
    if (error instanceof ServiceError) throw error
    throw usage(`${file} är inte JSON.`, `${file} is no JSON.`)
  }
}

/** @returns the id of the edition */
export async function publish(payload: Payload, edition: OldEdition, folder: string): Promise<string> {
  const { county: owner, strategy: slug, body, documents, supersedes, ...fields } = edition
  const read = documents.map(({ file, title }) => ({ title, ...bytesIn(path.join(folder, file)) }))
  const [strategy] = await idsOf(payload, 'strategies', { owner, slug })
  if (!strategy) throw usage(`Strategin ${slug} finns inte i ${owner}.`, `There is no strategy ${slug} in ${owner}.`)
  if ((await idsOf(payload, 'editions', { strategy, number: fields.number })).length > 0)
    throw usage(
      `Strategin har redan en utgåva med nummer ${fields.number}.`,
      `The strategy has an edition of the number ${fields.number} already.`,
    )
  const replaced: string[] = []
  for (const number of supersedes) {
    const [id] = await idsOf(payload, 'editions', { strategy, number })
    if (!id) throw usage(`Strategin har ingen utgåva ${number}.`, `The strategy has no edition ${number}.`)
    replaced.push(id)
  }
  const files = []
  for (const { title, ...file } of read) files.push({ file: await upload(payload, owner, file), title })
  const made = await payload.create({
    collection: 'editions',
    data: {
      ...{ ...fields, owner, strategy, audience: 'own', supersedes: replaced, documents: files },
      body: richTextOf(body),
      _status: 'published',
    } as never,
    locale: 'sv',
    context: { via: 'cli', release: { languages: ['sv'] } },
  })
  return String(made.id)
}

async function idsOf(payload: Payload, collection: 'strategies' | 'editions', fields: object): Promise<string[]> {
  const where = { and: Object.entries(fields).map(([name, value]) => ({ [name]: { equals: value as string } })) }
  const { docs } = await payload.find({ collection, where, depth: 0, pagination: false })
  return docs.map(({ id }) => String(id))
}

interface Upload {
  name: string
  data: Buffer
}

async function upload(payload: Payload, owner: string, { name, data }: Upload): Promise<string> {
  const file = { data, name, mimetype: 'application/pdf', size: data.length }
  const made = await payload.create({ collection: 'media', data: { owner } as never, file, context: { via: 'cli' } })
  return String(made.id)
}

/** Read before anything is written: what is lost leaves nothing half-imported. */
function bytesIn(filePath: string): Upload {
  try {
    return { name: path.basename(filePath), data: readFileSync(filePath) }
  } catch {
    throw usage(`Filen ${filePath} går inte att läsa.`, `The file ${filePath} cannot be read.`)
  }
}

const richTextOf = (body: string): RichTextValue =>
  richText(
    ...body
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => (text.startsWith('## ') ? heading(text.slice(3)) : paragraph(text.replaceAll(/\s*\n\s*/g, ' ')))),
  )

const example = {
  ...{ county: 'vasternorrland', strategy: 'vald-i-nara-relationer', number: 1, label: '2014–2016' },
  ...{ title: 'Länsstrategi', body: '## Mål\n\nText.', validFrom: '2014', validThrough: '2016' },
  parties: [{ name: 'Landstinget i Västernorrland', kind: 'region' }],
  documents: [{ file: 'strategi.pdf', title: 'Strategin' }],
  priorPublication: [{ date: '2014', url: 'https://example.se/strategi', note: 'På myndighetens webbplats' }],
}
