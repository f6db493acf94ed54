import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { create, paragraph, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard } from '../support/service.js'
import { startReading, type Reading } from './reading.js'

const QUERY = `query Topic($knownAt: DateTime, $validAt: Date) {
  topic(county: "gavleborg", slug: "vald", knownAt: $knownAt) {
    title knownAt
    contacts { name knownAt phones { number } }
    strategies(first: 5) { nodes { title topics { title } inForce(validAt: $validAt) { validAt state editions { label validity certainty } } } }
    news(first: 5) { nodes { title topics { contacts { phones { number } } } } }
  }
}`

/** A topic page of Gävleborg that changes in 2016: another number, another contact, another edition, other news. */
onEachDatabase((database) => {
  let reading: Reading
  let site: PublicSide
  const owned = { owner: 'gavleborg', audience: 'own', _status: 'published' }
  const phone = (number: string): object => ({ phones: [{ number, display: number }] })

  beforeAll(async () => {
    reading = await startReading(database, '2015-01-01T08:00:00.000Z')
    site = await startPublic(reading.editorial, { now: reading.clock.now })
    const { payload, clock } = reading
    const helpline = await create(payload, 'contacts', {
      ...owned,
      name: 'Jouren',
      kind: 'helpline',
      ...phone('+4620505050'),
    })
    const topic = await create(payload, 'topics', { ...owned, title: 'Våld', slug: 'vald', contacts: [helpline.id] })
    const strategy = await create(payload, 'strategies', {
      ...owned,
      title: 'Strategi',
      slug: 'strategi',
      topics: [topic.id],
    })
    const edition = { ...owned, strategy: strategy.id, title: 'Strategi', body: paragraph('Text.') }
    await create(payload, 'editions', {
      ...edition,
      number: 1,
      label: 'Den första',
      validFrom: '2014',
      validThrough: '2015',
    })
    const news = { ...owned, importance: 'ordinary', body: paragraph('Text.'), topics: [topic.id] }
    await create(payload, 'news', { ...news, title: 'Nytt 2015', slug: 'nytt-2015' })

    clock.moveTo('2016-03-01T08:00:00.000Z')
    const other = await create(payload, 'contacts', {
      ...owned,
      name: 'Myndigheten',
      kind: 'authority',
      ...phone('+4626123456'),
    })
    await update(payload, 'contacts', helpline.id, { ...phone('+4620505151'), _status: 'published' })
    await update(payload, 'topics', topic.id, {
      title: 'Våld i nära relationer',
      contacts: [other.id, helpline.id],
      _status: 'published',
    })
    await update(payload, 'strategies', strategy.id, { title: 'Strategin', _status: 'published' })
    await create(payload, 'editions', { ...edition, number: 2, label: 'Den andra', validFrom: '2016-01-01' })
    await create(payload, 'news', { ...news, title: 'Nytt 2016', slug: 'nytt-2016' })
    clock.moveTo('2017-01-01T08:00:00.000Z')
    await site.shelf.follow()
  })
  afterAll(async () => {
    await site.close()
    await reading.close()
    await discard(reading.editorial)
  })

  const topicAt = async (variables: object): Promise<unknown> => {
    const { data, errors } = await site.query(QUERY, variables)
    expect(errors).toBeUndefined()
    return data?.['topic']
  }

  test('a topic of 2015 shows the contacts, the strategy, its editions and the news of 2015, however deep one asks', async () => {
    const knownAt = '2015-06-01T12:00:00.000Z'
    expect(await topicAt({ knownAt })).toEqual({
      title: 'Våld',
      knownAt,
      contacts: [{ name: 'Jouren', knownAt, phones: [{ number: '+4620505050' }] }],
      strategies: {
        nodes: [
          {
            title: 'Strategi',
            topics: [{ title: 'Våld' }],
            inForce: {
              validAt: '2015-06-01',
              state: 'IN_FORCE',
              editions: [{ label: 'Den första', validity: 'IN_FORCE', certainty: 'POSSIBLE' }],
            },
          },
        ],
      },
      news: { nodes: [{ title: 'Nytt 2015', topics: [{ contacts: [{ phones: [{ number: '+4620505050' }] }] }] }] },
    })
  })

  test('the day that is asked about moves nothing but what is in force', async () => {
    const answer = await topicAt({ knownAt: '2016-06-01T12:00:00.000Z', validAt: '2015-06-01' })
    expect(answer).toMatchObject({
      title: 'Våld i nära relationer',
      contacts: [{ name: 'Myndigheten' }, { name: 'Jouren', phones: [{ number: '+4620505151' }] }],
      strategies: {
        nodes: [
          {
            title: 'Strategin',
            inForce: { validAt: '2015-06-01', state: 'IN_FORCE', editions: [{ label: 'Den första' }] },
          },
        ],
      },
      news: { nodes: [{ title: 'Nytt 2016' }, { title: 'Nytt 2015' }] },
    })
  })
})
