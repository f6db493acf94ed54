import { expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { canonicalBytes } from '../../src/archive/pure/canonical.js'
import { parseCheckpoint } from '../../src/archive/pure/checkpoint.js'
import { sha256 } from '../../src/archive/pure/digest.js'
import { createPeaks, isConsistent, leafHashOf } from '../../src/archive/pure/merkle.js'
import { openNote, parseVerifier } from '../../src/archive/pure/note.js'
import { checkReceipt } from '../../src/archive/pure/receipt.js'
import { takeDown } from '../../src/workflow/takeDown.js'
import { publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { bothSides } from '../support/publicSide.js'
import { allRows } from '../support/service.js'

interface Log {
  origin: string
  size: number
  root: string
  checkpoint: string
  publicKey: string
}
interface Leaf {
  seq: number
  placedAt: string
  commitment: string
  hash: string
}
interface Proved {
  seq: number
  body: string | null
  snapshot: string | null
  digest: string | null
  receipt: string
  leaf: Leaf
}

onEachDatabase((database) => {
  const sides = bothSides(database)
  const logNow = async (): Promise<Log> => {
    await sides.site.shelf.follow()
    return (await sides.site.query('{ log { origin size root checkpoint publicKey } }')).data?.['log'] as Log
  }
  const recordsOf = async (id: string): Promise<Proved[]> => {
    await sides.site.shelf.follow()
    const { data } = await sides.site.query(
      `query ($id: ID!) { node(id: $id) { ... on Document { history(first: 10) { nodes {
        seq body snapshot digest receipt leaf { seq placedAt commitment hash } } } } } }`,
      { id },
    )
    return (data as { node: { history: { nodes: Proved[] } } }).node.history.nodes
  }
  const opened = ({ checkpoint, publicKey }: Log) =>
    parseCheckpoint(openNote(checkpoint, [parseVerifier(publicKey)!])!)!

  test('an empty log is signed, and the signed text says what the fields say', async () => {
    const log = await logNow()
    expect(log.size).toBe(0)
    expect(opened(log)).toEqual({ origin: log.origin, size: 0, root: Buffer.from(log.root, 'base64') })
  })

  test('a record’s own text, its snapshot and its receipt lead to the signed root, by nothing but hashes', async () => {
    const news = await publishedNews(sides.editorial.payload, { title: 'Bevisad' })
    for (let count = 0; count < 4; count += 1) await publishedNews(sides.editorial.payload)
    const [record] = await recordsOf(news.id)
    const log = await logNow()
    expect(sha256(record!.snapshot!)).toBe(record!.digest)
    expect(JSON.parse(record!.body!)).toMatchObject({ snapshot: record!.digest })
    const { seq, placedAt, commitment } = record!.leaf
    expect(sha256(record!.body!)).toBe(commitment)
    const leaf = leafHashOf(Buffer.from(canonicalBytes({ commitment, format: 1, placedAt, seq })))
    expect(leaf.toString('hex')).toBe(record!.leaf.hash)
    expect(checkReceipt(record!.receipt, leaf, [parseVerifier(log.publicKey)!])).toEqual({
      ok: true,
      origin: log.origin,
      index: record!.seq,
      size: log.size,
    })
  })

  test('the root can be worked out from the leaves alone', async () => {
    const { data } = await sides.site.query('{ log { size root leaves(count: 1000) { seq hash } } }')
    const log = (data as { log: Log & { leaves: Leaf[] } }).log
    const peaks = createPeaks()
    for (const { hash } of log.leaves) peaks.append(Buffer.from(hash, 'hex'))
    expect([peaks.size(), peaks.root().toString('base64')]).toEqual([log.size, log.root])
  })

  test('a later log proves that it begins with the earlier one', async () => {
    const before = opened(await logNow())
    await publishedNews(sides.editorial.payload)
    const after = opened(await logNow())
    expect(after.size).toBe(before.size + 1)
    const { data } = await sides.site.query(`{ log { consistencyProof(fromSize: ${before.size}) } }`)
    const proof = (data as { log: { consistencyProof: string[] } }).log.consistencyProof
    const hashes = proof.map((hash) => Buffer.from(hash, 'base64'))
    expect(isConsistent(before, after, hashes)).toBe(true)
    expect(isConsistent({ ...before, root: after.root }, after, hashes)).toBe(false)
  })

  test('a sealed record shows nothing of its text, and its receipt still holds', async () => {
    const news = await publishedNews(sides.editorial.payload, { title: 'Hemlig adress' })
    await update(sides.editorial.payload, 'news', news.id, { title: 'Hemlig adress, rättad' })
    const req = await createLocalReq({}, sides.editorial.payload)
    await takeDown(req, 'news', news.id, { action: 'SEAL', reason: 'Fel adress', withdrawal: null })
    const records = await recordsOf(news.id)
    const log = await logNow()
    expect(records.map(({ body, snapshot }) => [body === null, snapshot])).toEqual([
      [false, null],
      [true, null],
      [true, null],
    ])
    for (const { receipt, leaf } of records)
      expect(checkReceipt(receipt, Buffer.from(leaf.hash, 'hex'), [parseVerifier(log.publicKey)!]).ok).toBe(true)
  })

  test.each([
    ['leaves(count: 0) { seq }', /between 1 and 1000/],
    ['leaves(from: -1) { seq }', /0 or more/],
    ['leaves(count: 1001) { seq }', /between 1 and 1000/],
    ['consistencyProof(fromSize: 9999)', /cannot have begun with 9999/],
    ['consistencyProof(fromSize: -1)', /cannot have begun with -1/],
  ])('%s is refused with words that help', async (field, message) => {
    const { errors } = await sides.site.query(`{ log { ${field} } }`)
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_INPUT' } }])
  })

  test('the newest checkpoint is signed by the key that the file holds, once for each size', async () => {
    const rows = await allRows(sides.editorial.payload, 'checkpoints')
    const sizes = rows.map((row) => Number(row['size'])).sort((one, other) => one - other)
    expect(new Set(sizes).size).toBe(sizes.length)
    expect(sizes.at(-1)).toBe((await logNow()).size)
  })
})
