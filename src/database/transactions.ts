import { deepCopyObjectSimple, type DatabaseAdapter, type PayloadRequest } from 'payload'
import { ServiceError } from '../errors.js'
import { conflict, isConflict, nameConflicts } from './conflicts.js'
import { isAborted, keepOutcomes, outcomeOf } from './outcomes.js'

/** A record that a transaction has entered in the archive. */
export interface Entered {
  id: string
  document: string
  /** Its exact text. */
  body: string
}

/**
 * What a transaction has entered in the archive, and when it began: kept until it ends.
 * `arrived` and `published` count the same clock, a number that rises with every ended publication.
 */
interface Open {
  arrived: number
  records: Entered[]
  /**
   * The main rows that were written, by `collection/id`: saving a draft writes a version and no row. Null where it has to
   * be read how the row stands.
   */
  rows: Map<string, Row | null>
}

/** As the database gives it back when it has written it, in all languages. */
type Row = Readonly<Record<string, unknown>>

interface Book {
  tick: number
  /** How many have asked for a transaction and wait for their turn. */
  waiting: number
  open: Map<string, Open>
  /** The tick at which a document was last published, as long as somebody who began earlier is still at work. */
  published: Map<string, number>
  afterCommit: (records: readonly Entered[]) => Promise<void>
  /** Told of the rows that were written. */
  afterWriting: (rows: readonly string[]) => void
}

const books = new WeakMap<object, Book>()
const bookOf = (adapter: object): Book => {
  const known = books.get(adapter)
  if (known) return known
  const book: Book = {
    tick: 0,
    waiting: 0,
    open: new Map(),
    published: new Map(),
    afterCommit: async () => {},
    afterWriting: () => {},
  }
  books.set(adapter, book)
  return book
}

/**
 * Knows of every transaction when it was asked for and whether it was committed. Payload has no after-commit hook, and
 * its SQLite adapter takes a COMMIT that failed for one that went well.
 */
export function followTransactions<Adapter extends DatabaseAdapter>(adapter: Adapter): Adapter {
  const book = bookOf(adapter)
  const { beginTransaction, commitTransaction, rollbackTransaction } = adapter
  const outcomes = new Map<string, Promise<unknown>>()

  adapter.beginTransaction = async (options) => {
    const arrived = book.tick
    book.waiting += 1
    const id = await beginTransaction.call(adapter, options).finally(() => (book.waiting -= 1))
    if (id === null) return id
    book.open.set(String(id), { arrived, records: [], rows: new Map() })
    const outcome = outcomeOf(adapter, String(id))
    if (outcome) outcomes.set(String(id), outcome)
    return id
  }
  adapter.commitTransaction = async (incoming) => {
    const id = String(await incoming)
    const entered = book.open.get(id)
    try {
      if (entered && isAborted(adapter, id)) throw new Error('the transaction was aborted')
      await commitTransaction.call(adapter, id)
      await outcomes.get(id)
    } catch (error) {
      forget(book, outcomes, id)
      throw isConflict(error) ? conflict(error) : notRecorded(error)
    }
    if (entered && entered.records.length > 0) {
      book.tick += 1
      for (const { document } of entered.records) book.published.set(document, book.tick)
    }
    forget(book, outcomes, id)
    if (entered) book.afterWriting([...entered.rows.keys()])
    if (entered && entered.records.length > 0) await book.afterCommit(entered.records)
  }
  adapter.rollbackTransaction = async (incoming) => {
    const id = String(await incoming)
    try {
      await rollbackTransaction.call(adapter, id)
    } finally {
      forget(book, outcomes, id)
    }
  }
  noteRows(adapter, book)
  nameConflicts(adapter)
  const { connect } = adapter
  adapter.connect = async (options) => {
    await connect?.call(adapter, options)
    keepOutcomes(adapter)
  }
  return adapter
}

function forget(book: Book, outcomes: Map<string, Promise<unknown>>, id: string): void {
  book.open.delete(id)
  outcomes.delete(id)
  if (book.open.size === 0 && book.waiting === 0) book.published.clear()
}

/** What is to be done with the records of a transaction once it is committed; whoever committed waits for it. */
export function afterCommit(adapter: object, act: (records: readonly Entered[]) => Promise<void>): void {
  bookOf(adapter).afterCommit = act
}

/** What is to be done once a transaction that wrote rows is committed, told as `collection/id`; nobody waits for it. */
export function afterWriting(adapter: object, act: (rows: readonly string[]) => void): void {
  bookOf(adapter).afterWriting = act
}

/**
 * Notes that this transaction enters a record.
 *
 * @throws ServiceError CONFLICT where somebody else's publication of the document was committed after this transaction was asked
 *   for: whoever asked cannot have seen it. NOT_RECORDED outside a transaction.
 */
export async function enterInTransaction(req: PayloadRequest, record: Entered): Promise<void> {
  const book = bookOf(req.payload.db)
  const id = req.transactionID === undefined ? undefined : String(await req.transactionID)
  const open = id === undefined ? undefined : book.open.get(id)
  if (!open) throw notRecorded(new Error('a publication needs a transaction'))
  if ((book.published.get(record.document) ?? -1) > open.arrived) throw conflict()
  open.records.push(record)
}

function noteRows(adapter: DatabaseAdapter, book: Book): void {
  for (const name of ['create', 'updateOne'] as const) {
    const stock = adapter[name] as (args: Writing) => Promise<Row | null>
    const noting = async (args: Writing): Promise<Row | null> => {
      const row = await stock.call(adapter, args)
      const id = row?.['id'] ?? args.id
      const transaction = args.req?.transactionID
      if (id === undefined || transaction === undefined) return row
      // An update gives back the row as it stands, unless less was asked for; a create may give back what it was told.
      const isWhole = name === 'updateOne' && !args.select
      // Payload goes on with what it is given, and shapes it for the caller.
      const whole = row && isWhole ? deepCopyObjectSimple(row) : null
      book.open.get(String(await transaction))?.rows.set(nameOf(args.collection, id), whole)
      return row
    }
    Object.assign(adapter, { [name]: noting })
  }
}
interface Writing {
  collection: string
  id?: unknown
  select?: object
  req?: Partial<PayloadRequest>
}

const nameOf = (collection: string, id: unknown): string => `${collection}/${String(id)}`

/**
 * The main row of the document as this transaction wrote it last, whole and in all languages; null where it has to be read
 * how it stands, undefined where none was written, but a version at most.
 */
export async function rowWritten(req: PayloadRequest, collection: string, id: string): Promise<Row | null | undefined> {
  const transaction = String(await req.transactionID)
  return bookOf(req.payload.db).open.get(transaction)?.rows.get(nameOf(collection, id))
}

const notRecorded = (cause: unknown): ServiceError =>
  new ServiceError(
    'NOT_RECORDED',
    {
      sv: 'Ändringen kunde inte skrivas och har inte gjorts. Försök igen; kontakta förvaltningen om det händer igen.',
      en: 'The change could not be written and was not made. Try again; tell the operators if it happens again.',
    },
    { cause },
  )
