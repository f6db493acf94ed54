import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { otherReadableOptions, readableOptions, sameOwner } from '../../src/access/options.js'
import { create, newsItem, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { type Account, type Answer, type Rest, startRest } from '../support/staff.js'

const own = 'vasternorrland'
const second = 'gotland'
const foreign = 'uppsala'

// What is published names only documents that its publisher may read.
onEachDatabase((database) => {
  let rest: Rest
  let publisher: Account
  let mine: Stored
  let shared: Stored
  let unshared: Stored
  let draft: Stored
  let trashed: Stored

  const topic = (data: object): Promise<Stored> =>
    create(rest.payload, 'topics', { title: 'Område', owner: foreign, _status: 'published', ...data })
  const publish = (data: object, collection = 'news'): Promise<Answer> => {
    const body = collection === 'news' ? newsItem({ _status: 'published', ...data }) : data
    return rest.send('POST', collection, { as: publisher, body })
  }
  const refusal = (...fields: string[]): object => ({
    status: 400,
    body: { errors: [{ data: { errors: fields.map((path) => expect.objectContaining({ path })) } }] },
  })

  beforeAll(async () => {
    rest = await startRest(database)
    publisher = await rest.account('publisher', [
      ['publisher', own],
      ['publisher', second],
    ])
    mine = await topic({ owner: own, slug: 'eget' })
    // For both counties of the publisher: still one document.
    shared = await topic({ slug: 'delat', audience: 'named', audienceCounties: [own, second] })
    unshared = await topic({ slug: 'deras', audience: 'own' })
    draft = await topic({ slug: 'utkast', audience: 'all', _status: 'draft' })
    trashed = await topic({ owner: own, slug: 'slangt', _status: 'draft', deletedAt: new Date().toISOString() })
  })
  afterAll(() => rest?.editorial.close())

  test.each([
    ['of any kind', readableOptions],
    ['other than the document itself', otherReadableOptions],
    ['of the same owner', sameOwner],
  ])('the admin, which sends its filters in an address, is offered documents %s', async (_which, filter) => {
    const offered = await filter({ user: publisher, data: { owner: own }, id: draft.id } as never)
    const where = { and: [{ id: { not_in: [draft.id] } }, offered] }
    const answer = await rest.send('POST', 'topics', {
      as: publisher,
      body: new URLSearchParams([...inBrackets('where', where), ['limit', '10']]).toString(),
      headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
    })
    const ids = (answer.body['docs'] as Stored[] | undefined)?.map(({ id }) => id).toSorted()
    expect(ids).toEqual((filter === sameOwner ? [mine.id] : [mine.id, shared.id]).toSorted())
  })

  test('own and shared documents are accepted, however often each is named', async () => {
    for (const topics of [[mine.id], [shared.id], [mine.id, shared.id], [mine.id, mine.id], []])
      expect(await publish({ topics })).toMatchObject({ status: 201 })
  })

  test.each([
    ['another county’s own', () => [unshared.id]],
    ['another county’s draft', () => [draft.id]],
    ['one in the trash', () => [trashed.id]],
    ['one that may not be read among those that may', () => [mine.id, unshared.id, shared.id]],
    ['one that does not exist', () => ['00000000-0000-4000-8000-000000000000']],
  ])('%s is refused by the name of its field', async (_what, topics) => {
    expect(await publish({ topics: topics() })).toMatchObject(refusal('topics'))
  })

  test('a document is not related to itself', async () => {
    const { body } = await publish({})
    const { id } = body['doc'] as Stored
    const related = await rest.send('PATCH', `news/${id}`, {
      as: publisher,
      body: { related: [id], _status: 'published' },
    })
    expect(related).toMatchObject(refusal('related'))
  })

  test('an edition belongs to a strategy of its own county', async () => {
    const [ours, theirs] = await Promise.all(
      [own, second].map((owner) =>
        create(rest.payload, 'strategies', { title: 'Strategi', owner, _status: 'published' }),
      ),
    )
    const edition = { title: 'Strategi', owner: own, number: 1, label: '2026', _status: 'published' }
    const refused = await publish({ ...edition, strategy: theirs?.id }, 'editions')
    expect(refused.text).toContain('"path":"strategy"')
    const accepted = await publish({ ...edition, strategy: ours?.id }, 'editions')
    expect(accepted.text).not.toContain('"path":"strategy"')
  })
})

/** `where[and][0][id][not_in][0]=…`, as the admin writes it. */
const inBrackets = (path: string, value: unknown): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) => inBrackets(`${path}[${name}]`, one))
    : [[path, String(value)]]
